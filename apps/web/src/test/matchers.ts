import "@testing-library/jest-dom";
import { configure } from "@testing-library/react";

// What is waited for comes at once where a machine has nothing else to do.
configure({ asyncUtilTimeout: 5_000 });
