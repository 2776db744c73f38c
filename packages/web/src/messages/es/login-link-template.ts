export const es = {
  name: 'Enviar un enlace de acceso',
  subject: 'Tu enlace de acceso',
  body: 'Hola, [firstName|qué tal]:\n\nAquí tienes tu enlace de acceso personal. Sirve una vez, durante 72 horas:\n\n[loginLink]\n\nDespués ya estarás dentro y podrás poner una contraseña nueva.\n\n[coachName]\n',
};
