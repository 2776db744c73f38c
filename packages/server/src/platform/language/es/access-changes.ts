export const accessChanges = {
  'This change was confirmed already.': 'Este cambio ya se confirmó.',
  'This change was stopped from the old address.': 'Este cambio se detuvo desde la dirección anterior.',
  'This change was cancelled.': 'Este cambio se canceló.',
  'This change was withdrawn by the coach.': 'Tu coach retiró este cambio.',
  'A newer change took the place of this one. Use the link in the newest mail.':
    'Un cambio más reciente ha sustituido a este. Usa el enlace del correo más reciente.',
  'This link does not work any more. Ask for the change again.':
    'Este enlace ya no funciona. Vuelve a pedir el cambio.',
  'This link belongs to another account. Only its owner can confirm the new address, logged in as themselves.':
    'Este enlace es de otra cuenta. Solo su titular puede confirmar la dirección nueva, con su propia sesión iniciada.',
  'confirmation link': 'enlace de confirmación',
  you: 'tú',
  'a coach at {0}': 'coach de {0}',
  'Your coach': 'Tu coach',
  'This is your address already.': 'Esta ya es tu dirección.',
  'The change is off. This address stays the one on file, and login links go here as before.':
    'El cambio está anulado. Esta dirección sigue siendo la registrada, y los enlaces de acceso llegan aquí como hasta ahora.',
  'The fresh start is off. Username, password and this address stay as they were.':
    'El nuevo comienzo está anulado. El nombre de usuario, la contraseña y esta dirección siguen como estaban.',
  'This change has taken effect already and can not be stopped any more.':
    'Este cambio ya se ha hecho y no se puede detener.',
  'This change was stopped already. There is nothing left to do.':
    'Este cambio ya se había detenido. No tienes que hacer nada más.',
  'This change was cancelled already. There is nothing left to do.':
    'Este cambio ya se había cancelado. No tienes que hacer nada más.',
  'This change was withdrawn already. There is nothing left to do.':
    'Este cambio ya se había retirado. No tienes que hacer nada más.',
  'A newer change took the place of this one. To stop that one, use the link in the newest mail.':
    'Un cambio más reciente ha sustituido a este. Para detener ese, usa el enlace del correo más reciente.',
  'This link stops nothing any more: its change was never confirmed, or is long over.':
    'Este enlace ya no detiene nada: su cambio nunca se confirmó o terminó hace tiempo.',
  'stop link': 'enlace para detener',
};
