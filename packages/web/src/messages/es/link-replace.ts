export const es = {
  replaceTitle: 'Aquí ha iniciado sesión otra persona',
  replaceText: (here: string, label: string) =>
    `En este navegador está abierta la sesión de ${here}. El enlace que has abierto es para ${label}. Si continúas, la primera sesión se cierra.`,
  stay: (here: string) => `Seguir con la sesión de ${here}`,
  stayPlain: 'Seguir con esta sesión',
  goOn: (label: string) => `Continuar como ${label}`,
  stayFree: 'Quedarte no gasta nada: el enlace sigue siendo válido.',
};
