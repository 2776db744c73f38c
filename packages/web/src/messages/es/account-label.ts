export const es = {
  somebody: 'otra persona',
  label: (name: string, practice: string) => `${name}, de ${practice}`,
};
