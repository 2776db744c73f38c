export const es = {
  text: (name: string) => `La sesión de ${name} ya está abierta aquí.`,
  goToAccount: 'Ir a Mi cuenta',
};
