import { type PlaceChain, managesCommittees, operates } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { Paged } from "../../components/paged.tsx";
import {
  PlaceServiceAreasDocument,
  type ServiceAreaPartsFragment,
  UnitServiceAreasDocument,
} from "../../graph/generated/graphql.ts";
import { type Pages, usePages } from "../../graph/use-pages.ts";
import { AssignServiceArea } from "./assign-service-area.tsx";
import { ServiceAreaRows } from "./service-area-rows.tsx";

interface UnitProps {
  readonly unit: { readonly id: string; readonly name: string };
}

/** The estate, with the places above it, by which one sees whose it is. */
interface PlaceProps {
  readonly place: PlaceChain & { readonly name: string };
}

/** The estates that a unit serves or served. */
export function AreasOfUnit({ unit }: UnitProps) {
  const pages = usePages(
    UnitServiceAreasDocument,
    { id: unit.id },
    ({ organization }) => organization?.serviceAreas,
  );
  return <Areas pages={pages} unit={unit} />;
}

/** Who serves or served an estate. */
export function AreasOfPlace({ place }: PlaceProps) {
  const pages = usePages(
    PlaceServiceAreasDocument,
    { code: place.code },
    ({ region }) => region?.servedBy,
  );
  return <Areas pages={pages} place={place} />;
}

interface AreasProps extends Partial<UnitProps>, Partial<PlaceProps> {
  readonly pages: Pages<ServiceAreaPartsFragment>;
}

/** The list, and the form for more. The hub decides for which places one may. */
function Areas({ pages, unit, place }: AreasProps) {
  const viewer = useViewer();
  return (
    <>
      <Paged
        pages={pages}
        empty={
          <Empty title={unit ? "还没有登记服务的小区" : "还没有登记物业公司和业主委员会"}>
            由当地的平台管理员或委员会书记登记。
          </Empty>
        }
      >
        {(areas) => <ServiceAreaRows areas={areas} of={unit ? "unit" : "place"} />}
      </Paged>
      {(place ? operates(viewer, place) : managesCommittees(viewer)) && (
        <div>
          <FormDialog action={unit ? "登记服务的小区" : "登记谁服务这里"}>
            {(close) => (
              <AssignServiceArea
                {...(unit ? { unit } : {})}
                {...(place ? { place } : {})}
                onDone={close}
              />
            )}
          </FormDialog>
        </div>
      )}
    </>
  );
}
