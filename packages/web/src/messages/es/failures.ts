import { at } from './when';

export const es = {
  offline:
    'No podemos conectar con el servidor. Comprueba tu conexión y vuelve a intentarlo. Lo que has escrito no se pierde.',
  'timed-out':
    'El servidor ha tardado demasiado en responder. Vuelve a intentarlo dentro de un momento. Lo que has escrito no se pierde.',
  unauthenticated: 'Tu sesión ya no está abierta. Vuelve a iniciarla.',
  'account-changed': 'Otra persona ha iniciado sesión en otra pestaña, así que aquí no se ha cambiado nada.',
  forbidden: 'Tu cuenta no puede hacer esto.',
  'bad-input': 'Algo de lo que se ha enviado no se ha podido leer. Revísalo y vuelve a intentarlo.',
  'rate-limited': 'Han sido muchas peticiones seguidas. Espera un minuto y vuelve a intentarlo.',
  'no-cookies':
    'Este navegador no guarda cookies, así que con él no se puede mantener la sesión. Permite las cookies de este sitio en los ajustes del navegador o usa otro. No se ha gastado nada: un enlace sigue sirviendo.',
  outdated: 'Hay una versión nueva de esta página. Copia lo que has escrito y vuelve a cargarla.',
  server: 'Algo ha fallado por nuestra parte. Vuelve a intentarlo dentro de un momento.',
  tooManyAttempts: (time: string) =>
    `Demasiados intentos desde aquí. Podrás volver a intentarlo ${at(time)}. Los enlaces que ya te hayamos enviado siguen funcionando.`,
};
