export const es = {
  password:
    'Tu coach propuso esta dirección, y hace un rato que iniciaste la sesión. Escribe tu contraseña actual para confirmarla.',
  noPassword:
    'Tu coach propuso esta dirección, y hace un rato que iniciaste la sesión. Pide un enlace de acceso a la dirección que tenías hasta ahora, entra con él en este dispositivo y abre otra vez el enlace del correo que llegó a la dirección nueva.',
  label: 'Contraseña actual',
  missing: 'Escribe tu contraseña actual.',
  wrong: 'Esa no es tu contraseña actual.',
  forgotten: '¿La has olvidado? Recibir un enlace de acceso',
  mailLink: 'Recibir un enlace de acceso',
  linkAsked: (email: string) =>
    `Va un enlace de acceso de camino a ${email}. Entra con él en este dispositivo y abre otra vez el enlace del correo que llegó a la dirección nueva.`,
  stepFirst: 'Antes, tu segundo paso',
  stepAgain: 'Volver a intentarlo',
};
