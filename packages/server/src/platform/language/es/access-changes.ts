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
  'Hello {0},': 'Hola, {0}:',
  'Hello,': 'Hola:',
  '{0} proposes this address for your account at {1}.': '{0} propone esta dirección para tu cuenta en {1}.',
  'you asked to use this address for your account at {0}.':
    'Has pedido usar esta dirección para tu cuenta en {0}.',
  'confirm your new email address': 'confirma tu dirección de correo nueva',
  '{0} It counts once you have confirmed it.': '{0} Contará en cuanto la confirmes.',
  'Confirm this address': 'Confirmar esta dirección',
  'The page asks you to log in as you do now; this mail alone logs nobody in. The link works until {0}. Until you have confirmed, login links go to the address you have had so far.':
    'La página te pide que inicies sesión como hasta ahora; este correo por sí solo no permite entrar. El enlace funciona hasta el {0}. Mientras no confirmes, los enlaces de acceso van a la dirección que tenías hasta ahora.',
  'Do you not know what this is about? Then nothing happens if you do nothing.':
    '¿No sabes de qué se trata? Entonces no hagas nada y no pasará nada.',
  '{0} proposes another email address for your account.':
    '{0} propone otra dirección de correo para tu cuenta.',
  'a new email address was asked for in your account, by somebody who was logged in as you.':
    'Alguien que había entrado en tu cuenta ha pedido una dirección de correo nueva.',
  'a new email address is proposed for you': 'se propone una dirección de correo nueva para ti',
  'a new email address was asked for': 'se ha pedido una dirección de correo nueva',
  'The new address': 'La dirección nueva',
  'Nothing has changed yet: it counts once you confirm it, logged in as yourself, by the link that we sent to the new address. Until then login links come here.':
    'Aún no ha cambiado nada: cuenta cuando la confirmes, con tu propia sesión iniciada, con el enlace que enviamos a la dirección nueva. Hasta entonces los enlaces de acceso llegan aquí.',
  'Is that address not yours, or did you not agree on it? Then stop it. You need not log in.':
    '¿Esa dirección no es tuya o no lo habíais acordado? Entonces detenlo. No hace falta iniciar sesión.',
  'Was it not you? Then stop it, which needs no login, and after that have a login link mailed to you and set a new password.':
    '¿No has sido tú? Entonces detenlo, para lo que no hace falta iniciar sesión; después pide un enlace de acceso y pon una contraseña nueva.',
  'Stop this change': 'Detener este cambio',
  'your email address was changed': 'tu dirección de correo ha cambiado',
  'The email address of your account was changed: {0}. From now on everything goes to the new one, and login links that were mailed here no longer work.':
    'La dirección de correo de tu cuenta ha cambiado: {0}. A partir de ahora todo llega a la nueva, y los enlaces de acceso enviados aquí ya no funcionan.',
  'Was it you? Then there is nothing to do.': '¿Has sido tú? Entonces no tienes que hacer nada.',
  'Was it not you? Then somebody else was logged in as you. Write at once to {0}':
    '¿No has sido tú? Entonces otra persona había entrado en tu cuenta. Escribe enseguida a {0}',
  'your account starts over tomorrow': 'tu cuenta empieza de nuevo mañana',
  'your account is to start over': 'se ha pedido que tu cuenta empiece de nuevo',
  '{0} asked for a fresh start of your account, because you can neither get mail at this address nor log in.':
    '{0} ha pedido un nuevo comienzo de tu cuenta, porque no recibes correo en esta dirección ni puedes iniciar sesión.',
  'If nobody stops it, this happens on {0}: your username, your password and everything else that opens your account end, and an invitation to begin anew goes to another address:':
    'Si nadie lo detiene, esto pasará el {0}: tu nombre de usuario, tu contraseña y todo lo demás que abre tu cuenta dejarán de valer, y se enviará a otra dirección una invitación para empezar de nuevo:',
  'The other address': 'La otra dirección',
  'Do you read this, or can you log in? Then you need no fresh start. Stop it; you need not log in.':
    '¿Lees esto o puedes iniciar sesión? Entonces no necesitas un nuevo comienzo. Detenlo; no hace falta iniciar sesión.',
  'Stop the fresh start': 'Detener el nuevo comienzo',
  'Logging in stops it too: {0}/login': 'También se detiene si inicias sesión: {0}/login',
  'your account has started over': 'tu cuenta ha empezado de nuevo',
  'Your account has started over: {0}. The username, the password and all login links of before no longer work, and an invitation went to the new address.':
    'Tu cuenta ha empezado de nuevo: {0}. El nombre de usuario, la contraseña y todos los enlaces de acceso anteriores ya no funcionan, y se ha enviado una invitación a la dirección nueva.',
  'Is that address not yours? Write at once to {0}': '¿Esa dirección no es tuya? Escribe enseguida a {0}',
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
