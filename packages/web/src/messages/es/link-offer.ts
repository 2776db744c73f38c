import { until } from './when';

export const es = {
  offerTitle: (label: string) => `¿Iniciar sesión como ${label}?`,
  alone: {
    until: (time: string) =>
      `Este enlace sirve para iniciar sesión una vez ${until(time)}. Después podrás poner una contraseña nueva.`,
    noTime: 'Este enlace sirve para iniciar sesión una vez. Después podrás poner una contraseña nueva.',
  },
  withPassword: {
    until: (time: string) =>
      `Este enlace sirve para iniciar sesión una vez ${until(time)}, junto con tu contraseña.`,
    noTime: 'Este enlace sirve para iniciar sesión una vez, junto con tu contraseña.',
  },
  logIn: 'Iniciar sesión',
  notYou: '¿No eres tú? Cierra esta página sin más: el enlace solo se gasta con el botón.',
  otherBrowser: '¿Se ha abierto dentro de una app de correo?',
};
