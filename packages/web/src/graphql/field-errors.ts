/** Errors by the last part of the argument's path: `input.firstName` is `firstName`. The first one of a field wins. */
export function fieldErrors(
  fields: readonly { field: string; message: string }[],
): Partial<Record<string, string>> {
  const errors: Partial<Record<string, string>> = {};
  for (const { field, message } of fields) errors[field.split('.').at(-1) ?? field] ??= message;
  return errors;
}
