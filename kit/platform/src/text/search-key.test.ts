import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { queryGrams, searchGrams, searchKey, searchTerms } from "./search-key.ts";

/** The terms of the glossary, simplified and traditional. */
const TERMS = `
区域党建联盟 區域黨建聯盟|行政区划 行政區劃|组织 組織|单位 單位|统一社会信用代码 統一社會信用代碼|大党委 大黨委
区级联席会议 區級聯席會議|领导小组 領導小組|六联、五联 六聯、五聯|工作联做 工作聯做|示范点 示範點|成员单位 成員單位
驻区单位 駐區單位|届、任期 屆、任期|委员 委員|兼职委员 兼職委員|双向进入、交叉任职 雙向進入、交叉任職|联络员 聯絡員
连心卡 連心卡|双报到 雙報到|志愿服务队、突击队 志願服務隊、突擊隊|资源清单 資源清單|资源联享 資源分享|资源联享 資源聯享
需求清单 需求清單|项目清单、书记领航项目 項目清單、書記領航項目|清单征集 清單徵集|微心愿 微心願|认领 認領
点单、派单、接单、评单 點單、派單、接單、評單|四单联动 四單聯動|预约 預約|党群服务中心 黨群服務中心|党群服务中心 黨羣服務中心
红色驿站 紅色驛站|微阵地 微陣地|暖心驿站 暖心驛站|政务服务 政務服務|党群活动 黨群活動|综合治理 綜合治理
协商议事 協商議事|文体康养 文體康養|共建协议 共建協議|共建协议 共建協定|承诺事项 承諾事項|活动 活動
大比武（轮流坐庄） 大比武（輪流坐莊）|联席会议、大党委会议 聯席會議、大黨委會議|议题 議題|问题台账 問題台賬|问题台账 問題臺帳
吹哨报到 吹哨報到|人次 人次|工作日、调休 工作日、調休|更新 更新|合作系统 合作系統|公开范围 公開範圍`
  .split(/[|\n]/)
  .filter((line) => line !== "")
  .map((line) => line.split(" "))
  .map(([simplified = "", traditional = ""]) => [simplified, traditional] as const);

/** Characters that meet each other in texts: both scripts, the halves of variants, Latin, digits, marks, signs. */
const character = fc.constantFrom(
  ...Array.from("协定議议資源分享联聯共政部乾坤里裏𠀀Aａb１2é\u0301 　,（-\u200b\n😀"),
);
const text = fc.oneof(
  fc.string({ unit: character, maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 12 }),
);

describe("searchKey", () => {
  it.each(TERMS)("gives %s and %s one key", (simplified, traditional) => {
    expect(searchKey(traditional)).toBe(searchKey(simplified));
    expect(searchKey(simplified)).not.toBe("");
  });

  it.each([
    ["ＡＢＣ　１２３", "abc 123"],
    ["  共建——协议\n（甲，乙）", "共建 协议 甲 乙"],
    ["共\u200b建", "共建"],
    ["e\u0301cole Co-op", "école co op"],
    ["乾淨 乾坤", "干净 干坤"],
    ["沿著 𠗣", "沿着 㓆"],
    ["x\u0301y", "x\u0301y"],
    ["…😀", ""],
    ["⺠政局 ⻄街 ⻋站 ⻓城", "民政局 西街 车站 长城"],
    ["⼤党委 ⼈民 ⽂化", "大党委 人民 文化"],
  ])("folds %j to %j", (written, key) => {
    expect(searchKey(written)).toBe(key);
  });

  it.each(["政协定期走访", "部分享有", "充分享受", "十分享受"])(
    "leaves the words of %s apart",
    (written) => {
      expect(searchKey(written)).toBe(written);
    },
  );

  it("changes a key no more", () => {
    fc.assert(
      fc.property(text, (written) =>
        expect(searchKey(searchKey(written))).toBe(searchKey(written)),
      ),
      { numRuns: 2000 },
    );
  });

  it("finds any piece of a text that has no variant in it", () => {
    const ideograph = fc
      .integer({ min: 0x4e00, max: 0x9fff })
      .map((code) => String.fromCodePoint(code));
    const piece = fc.string({
      unit: fc.oneof(ideograph, fc.constantFrom(...Array.from("乾坤瞭望著徵"))),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(piece, piece, piece, (before, term, after) => {
        fc.pre(!/协定|協定|分享|[联聯]享/.test(before + term + after));
        expect(searchKey(before + term + after)).toContain(searchKey(term));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("searchTerms", () => {
  it.each([
    ["  資源分享　会议室 ", ["资源共享", "会议室"]],
    ["共建、志愿，共建", ["共建", "志愿"]],
    ["協定 协议", ["协议"]],
    [" ，\u200b😀", []],
  ])("splits %j into %j", (query, terms) => {
    expect(searchTerms(query)).toEqual(terms);
  });

  it("gives terms that the text they came from holds", () => {
    fc.assert(
      fc.property(text, (query) => {
        for (const term of searchTerms(query)) expect(searchKey(query).split(" ")).toContain(term);
      }),
    );
  });
});

describe("searchGrams and queryGrams", () => {
  it("take characters and pairs within words, by code point, once", () => {
    expect(searchGrams("共建𠀀 共建 a1")).toEqual([
      "共",
      "建",
      "𠀀",
      "共建",
      "建𠀀",
      "a",
      "1",
      "a1",
    ]);
    expect(queryGrams("共建𠀀")).toEqual(["共建", "建𠀀"]);
    expect(queryGrams("共建共建")).toEqual(["共建", "建共"]);
    expect(queryGrams("𠀀")).toEqual(["𠀀"]);
    expect(queryGrams("")).toEqual([]);
  });

  it("let no text through the sieve that holds the term", () => {
    const sharesPiece = fc
      .tuple(text, text, text)
      .map(([before, term, after]) => [before + term + after, term] as const);
    fc.assert(
      fc.property(fc.oneof(sharesPiece, fc.tuple(text, text)), ([whole, part]) => {
        const key = searchKey(whole);
        const grams = new Set(searchGrams(key));
        for (const term of [searchKey(part), ...searchTerms(part)].filter((held) =>
          key.includes(held),
        )) {
          expect(queryGrams(term).filter((gram) => !grams.has(gram))).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
