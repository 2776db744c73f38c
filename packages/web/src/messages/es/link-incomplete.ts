export const es = {
  incompleteTitle: 'Este enlace ha llegado incompleto',
  incompleteText:
    'Un trozo de la dirección se ha perdido por el camino; pasa cuando un programa de correo la parte. No se ha gastado nada. Puedes seguir de tres maneras:',
  pasteTitle: 'Pega el enlace completo',
  pasteLabel: 'El enlace del correo',
  pasteHint: 'Mantén pulsado el enlace en el correo, cópialo y pégalo aquí.',
  pasteWrong:
    'En este texto no hay ningún enlace de acceso completo. Debe terminar en # y 22 letras, cifras o guiones.',
  paste: 'Abrir este enlace',
  hereTitle: 'Ya has iniciado sesión',
  hereText:
    '¿Querías abrir un enlace de acceso? Entonces ha llegado incompleto. Puedes seguir de tres maneras:',
  codeWayTitle: '¿Hay un código de acceso en el correo?',
  codeWayText:
    'Los correos que pides en la página de inicio de sesión lo traen; los mensajes de tu coach, no.',
  askWayTitle: 'Pide un enlace nuevo',
  askWay: 'Pedirlo con el nombre de usuario',
  typeCode: 'Escribir el código de acceso',
};
