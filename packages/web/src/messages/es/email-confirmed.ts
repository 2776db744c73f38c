export const es = {
  heading: 'Tu dirección nueva ya está activa',
  text: (email: string) =>
    `A partir de ahora todo llegará a ${email}. También hemos avisado a la dirección anterior. Tu nombre de usuario sigue igual.`,
  goToAccount: 'Ir a Mi cuenta',
};
