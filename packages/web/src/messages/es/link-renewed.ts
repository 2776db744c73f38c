export const es = {
  renewedTitle: 'Mira tu correo',
  renewedText:
    'Si el enlace que has abierto era nuestro, va uno nuevo de camino a la dirección de correo que tenemos registrada. Busca un correo nuestro con «tu enlace de acceso» en el asunto, también en la carpeta de spam.',
  codeText: '¿Trae un código de acceso? Entonces puedes escribirlo aquí en vez de abrir el enlace.',
  renewedAgain: '¿Nada después de cinco minutos? Entonces pide un enlace con tu nombre de usuario.',
  askAnew: 'Pedir un enlace con el nombre de usuario',
  typeCode: 'Escribir el código de acceso',
};
