import "./composer.js";
import { start } from "./page.js";

start();
