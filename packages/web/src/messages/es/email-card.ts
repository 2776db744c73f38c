import { until } from './when';

export const es = {
  title: 'Dirección de correo',
  now: (email: string) => `Tus correos llegan a ${email}.`,
  ownWaits: (email: string, time: string) =>
    `${email} espera tu confirmación: abre el enlace del correo que enviamos allí; sirve ${until(time)}. Aún no ha cambiado nada.`,
  proposalWaits: (email: string, time: string) =>
    `Tu coach propone ${email} para ti. ¿Es tuya? Entonces abre el enlace del correo que enviamos allí, que sirve ${until(time)}, y confírmala. Mientras tanto no cambia nada, y no te puede llegar ningún enlace de acceso de tu coach.`,
  again: 'Volver a enviar el correo',
  cancel: 'Cancelar el cambio',
  refuse: 'Rechazar esta dirección',
  cancelled: 'El cambio está anulado. Tu dirección sigue como estaba.',
  newEmail: 'Dirección de correo nueva',
  hint: 'Enviamos allí un enlace para confirmarla, y un aviso a tu dirección actual.',
  missing: 'Escribe la dirección de correo nueva.',
  currentPassword: 'Contraseña actual',
  currentNeeded: 'Para esto hace falta tu contraseña actual. Escríbela.',
  change: 'Cambiar la dirección',
  asked: (email: string) =>
    `Ya casi está: abre el enlace del correo que hemos enviado a ${email}. ¿No llega? Mira en la carpeta de spam y comprueba que la dirección esté bien escrita.`,
};
