export const es = {
  title: '¿Ya no puedes entrar en ese buzón?',
  text: 'Tu coach puede enviarte un enlace de acceso o hacer que empieces de nuevo con otra dirección.',
  writeTo: 'Escribe a',
  writeToCoach: 'Escribe a la dirección que está al final de los correos de tu coach.',
};
