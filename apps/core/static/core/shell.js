/** What every page has: sheets and the share button. */
import "core/share";
import { setUpSheets } from "core/sheet";

setUpSheets();
