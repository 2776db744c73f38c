export const es = {
  name: 'Enviar un enlace de acceso',
  subject: 'Tu enlace de acceso',
  body: 'Hola, [firstName|qué tal]:\n\nAquí tienes tu enlace de acceso personal. Sirve una vez, durante 72 horas:\n\n[loginLink]\n\nDespués ya estarás dentro y podrás poner una contraseña nueva.\n\nLa próxima vez podrás entrar sin mí: en la página de inicio de sesión, pulsa «¿Has olvidado tu nombre de usuario o tu contraseña?». Si entonces no te llega ningún correo, lo más probable es que el nombre de usuario no fuera exacto: pide primero que te lo enviemos y después el enlace.\n\n[coachName]\n',
};
