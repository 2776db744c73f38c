export const es = {
  hint: 'Al menos 12 caracteres; cuantos más, mejor. Valen los espacios y cualquier letra.',
  missing: 'Escribe una contraseña nueva.',
  tooShort: (length: number) => `Son ${length} de al menos 12 caracteres.`,
  suggest: 'Proponer cuatro palabras',
  suggested: 'Hemos puesto cuatro palabras. Apúntalas o deja que tu navegador las guarde.',
};
