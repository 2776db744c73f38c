export const es = {
  title: 'Buzón',
  explained: 'Las cartas que esta máquina habría enviado. Las nuevas aparecen por sí solas.',
  none: 'Aún no hay cartas. Pide un nombre de usuario o un enlace de acceso y vuelve a mirar aquí.',
  noMailbox: 'Aquí no hay buzón: este servidor entrega sus cartas a un proveedor de correo de verdad.',
  unreachable: 'Ahora mismo no se puede consultar el buzón. Se vuelve a intentar por sí solo.',
  letters: 'Cartas',
  from: 'De',
  to: 'Para',
  at: 'Fecha',
  text: 'Texto',
  html: 'HTML',
  noSubject: '(sin asunto)',
};
