export const clients = {
  'This client has logged in already. Send a message with [loginLink] instead.':
    'Esta persona ya ha iniciado sesión alguna vez. Envíale mejor un mensaje con [loginLink].',
  'This client is deactivated. Reactivate them first.':
    'Esta persona tiene el acceso desactivado. Reactívalo antes.',
  'Choose a time zone by its name, like Europe/Madrid.':
    'Elige una zona horaria por su nombre, como Europe/Madrid.',
  'There is no such client.': 'No existe esa ficha de cliente.',
  'A deactivated client of yours has this address. Reactivate them, or add another person with the same address.':
    'Una persona de tu lista con el acceso desactivado tiene esta dirección. Reactívala o añade a otra persona con la misma dirección.',
  'A client of yours has this address already. Add another person with the same address?':
    'Una persona de tu lista ya tiene esta dirección. ¿Añadir a otra persona con la misma dirección?',
  'The client added under this key was deleted since. Use a new key to add them again.':
    'La persona añadida con esta clave se ha eliminado después. Usa otra clave para volver a añadirla.',
  'More than {0} of these have the same address, which is as many invitations as go there in an hour. Add them without invitations, or in several lists.':
    'Más de {0} tienen la misma dirección, y esas son las invitaciones que se envían allí en una hora. Añádelas sin invitación o en varias listas.',
  'There is no row in this list.': 'En esta lista no hay ninguna fila.',
  'Send at most {0} rows at once.': 'Envía como máximo {0} filas de una vez.',
  'Fresh starts are switched off at your practice. Ask the person who runs this site.':
    'En tu organización no se permite empezar de nuevo. Pregunta a quien gestiona este sitio.',
  'This client has never logged in. Correct the address and mail the invitation again.':
    'Esta persona nunca ha iniciado sesión. Corrige la dirección y vuelve a enviar la invitación.',
  'This is the address on file. Send a login link there instead.':
    'Esta es la dirección registrada. Envía allí un enlace de acceso.',
  'A fresh start never goes to an address of a coach or of the practice.':
    'Un nuevo comienzo nunca va a una dirección de un coach o de la organización.',
  'A fresh start of this client waits already.': 'Ya hay un nuevo comienzo pendiente para esta persona.',
  'This client stopped a fresh start, so they can get in or get mail. Another one can be asked for from {0}.':
    'Esta persona detuvo un nuevo comienzo, así que puede entrar o recibir correo. Se podrá pedir otro a partir de esta fecha: {0}.',
  'This client marked our mail as spam, so they read mail at the address on file. Call them. A fresh start can be asked for from {0}.':
    'Esta persona marcó nuestro correo como no deseado, así que lee el correo en la dirección registrada. Llámala. Se podrá pedir un nuevo comienzo a partir de esta fecha: {0}.',
};
