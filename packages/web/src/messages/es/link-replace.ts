export const es = {
  replaceTitle: 'Aquí ha iniciado sesión otra persona',
  replaceText: {
    'login-link': (here: string, label: string) =>
      `En este navegador está abierta la sesión de ${here}. El enlace que has abierto es para ${label}. Si continúas, la primera sesión se cierra.`,
    invitation: (here: string, label: string) =>
      `En este navegador está abierta la sesión de ${here}. La invitación que has abierto es para ${label}. Si la aceptas, la primera sesión se cierra.`,
  },
  stay: (here: string) => `Seguir con la sesión de ${here}`,
  stayPlain: 'Seguir con esta sesión',
  goOn: (label: string) => `Continuar como ${label}`,
  stayFree: {
    'login-link': 'Quedarte no gasta nada: el enlace sigue siendo válido.',
    invitation: 'Quedarte no gasta nada: la invitación sigue siendo válida.',
  },
};
