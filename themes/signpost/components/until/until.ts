// For pages that say something with a last day.
import { ended } from "./ended";

ended(document);
