import { at } from './when';

export const es = {
  proposed: (email: string) =>
    `Has propuesto ${email}. Contará cuando la persona, con su sesión iniciada, abra el enlace que le enviamos allí. Hasta entonces los enlaces de acceso solo van a la dirección registrada, y ningún mensaje tuyo para ella puede llevar [loginLink].`,
  withdraw: 'Retirar la propuesta',
  withdrawn: 'La propuesta está retirada. Se mantiene la dirección registrada.',
  emailHint:
    'Esta persona inicia sesión por sí misma, así que una dirección nueva es una propuesta: cuenta cuando la confirma con su sesión iniciada. Se avisa a la dirección registrada.',
  uninvitedHint:
    'Nunca ha iniciado sesión, así que una dirección nueva cuenta enseguida. Una invitación que esté de camino deja entonces de funcionar; después de guardar puedes enviar otra a la dirección nueva.',
  savedUninvited: (email: string) =>
    `Guardado. Una invitación enviada antes ha dejado de funcionar, y todavía no ha salido nada hacia ${email}.`,
  mailInvite: 'Enviar la invitación',

  card: 'Empezar de nuevo con otra dirección',
  about:
    'Solo para quien no recibe correo en la dirección registrada ni puede iniciar sesión, y si sabes que es esa persona quien lo pide: por una llamada, por ejemplo. Quien aún lea el buzón anterior o pueda iniciar sesión puede detenerlo.',
  switchedOff:
    'En tu organización no se permite empezar de nuevo. Quien gestiona este sitio puede volver a permitirlo.',
  open: 'Empezar de nuevo…',
  steps: [
    'Enseguida, y otra vez al sexto día, se avisa a la dirección anterior, que puede detenerlo. También lo detiene cualquier inicio de sesión.',
    'A los siete días dejan de valer el nombre de usuario, la contraseña, los enlaces de acceso y todas las sesiones anteriores.',
    'Se envía una invitación a la dirección nueva. No se pierde nada de la cuenta.',
    'En su diario de acceso queda para siempre que lo pediste tú.',
  ],
  email: 'Dirección de correo nueva',
  emailAbout: 'No puede ser la tuya, la de alguien de tu equipo ni la de tu organización.',
  missing: 'Escribe la dirección de correo nueva.',
  goOn: 'Continuar',
  question: (name: string, email: string) =>
    `¿Empezar de nuevo con ${name}, y enviar la invitación a ${email} dentro de siete días?`,
  ask: 'Sí, empezar de nuevo',
  back: 'Atrás',
  asked: 'Empiezan los siete días. Ya se avisa a la dirección anterior.',
  waits: (time: string) =>
    `Hay un nuevo comienzo pendiente: ${at(time)} dejan de valer las formas de entrar anteriores y se envía una invitación a la dirección nueva, si nadie lo detiene.`,
  cancel: 'Cancelar el nuevo comienzo',
  cancelled: 'El nuevo comienzo está anulado. Todo sigue como estaba.',
};
