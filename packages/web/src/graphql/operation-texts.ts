/** The text of each operation, by its id. Filled in by the build (vite/trusted-documents.ts); for signed-in pages. */
export const operationTexts: Record<string, string> = {};
