import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { InputType } from "type-graphql";

@InputType("KeepSeriesInput", { description: "保留系列预约的其余各次。A series to keep." })
export class KeepSeriesInput extends ChangeInput {}
