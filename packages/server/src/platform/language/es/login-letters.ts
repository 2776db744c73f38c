/** What letters about logging in say; see letters.ts. */
export const loginLetters = {
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
  'Nobody reads answers to this mail. To reach {0}, write to {1}.':
    'Nadie lee las respuestas a este correo. Para contactar con {0}, escribe a {1}.',
  'Did you not ask for this? Then nothing happens if you do nothing.':
    '¿No lo has pedido tú? Entonces no hagas nada y no pasará nada.',
  '{0}: your username': '{0}: tu nombre de usuario',
  '{0}: your username comes with your invitation': '{0}: tu nombre de usuario llega con tu invitación',
  'Your username is:': 'Tu nombre de usuario es:',
  '{0} usernames belong to this email address:': 'Esta dirección de correo tiene {0} nombres de usuario:',
  'Log in with the username, not with the email address. No password, or forgotten? On the login page choose "Forgot your username or password?", then "My password", and type the username.':
    'Inicia sesión con el nombre de usuario, no con la dirección de correo. ¿No tienes contraseña o la has olvidado? En la página de inicio de sesión elige «¿Has olvidado tu nombre de usuario o tu contraseña?», después «Mi contraseña», y escribe el nombre de usuario.',
  'Go to the login page': 'Ir a la página de inicio de sesión',
  '{0}, deactivated': '{0}, desactivada',
  '{0}, deactivated, for looking only': '{0}, desactivada, solo para consultar',
  'The account {0} at {1} is deactivated, so nobody can log in to it at the moment. To have it opened again, write to {2}: {3}':
    'La cuenta {0} en {1} está desactivada, así que por ahora nadie puede entrar en ella. Para que se vuelva a abrir, escribe a {2}: {3}',
  '{0} has invited you to {1}, and the invitation is not accepted yet. On the page behind this button you choose your username and your password.':
    '{0} te ha invitado a {1} y la invitación aún no se ha aceptado. En la página de este botón eliges tu nombre de usuario y tu contraseña.',
  '{0}: your username (no account has this address)':
    '{0}: tu nombre de usuario (ninguna cuenta tiene esta dirección)',
  'Somebody asked for the username that belongs to this email address. No account at {0} has this address.':
    'Alguien ha pedido el nombre de usuario de esta dirección de correo. Ninguna cuenta de {0} tiene esta dirección.',
  'Was it you? Then your coach most likely knows you under another address: try that one, or ask your coach.':
    '¿Has sido tú? Entonces lo más probable es que tu coach tenga otra dirección tuya: prueba con ella o pregunta a tu coach.',
  'Try another address': 'Probar con otra dirección',
  'your login link': 'tu enlace de acceso',
  'you asked for a fresh invitation, but yours has been accepted already.':
    'Has pedido una invitación nueva, pero la tuya ya se aceptó.',
  'this link logs you in together with your password, as you have chosen on My Account. It works once.':
    'Este enlace te permite entrar junto con tu contraseña, como elegiste en Mi cuenta. Sirve una sola vez.',
  'this link logs you in. It works once and leads to My Account, where you can set a new password.':
    'Este enlace te permite entrar. Sirve una sola vez y lleva a Mi cuenta, donde puedes poner una contraseña nueva.',
  'Log in': 'Iniciar sesión',
  'It works until {0}.': 'Funciona hasta el {0}.',
  'Your username': 'Tu nombre de usuario',
  'On another device? There choose "Type the login code" and enter your username and this code':
    '¿En otro dispositivo? Elige allí «Escribir el código de acceso» y escribe tu nombre de usuario y este código',
  'The code works until {0}.': 'El código funciona hasta el {0}.',
  'Password forgotten? Then this link does not help.':
    '¿Has olvidado la contraseña? Entonces este enlace no te sirve.',
  'Password forgotten?': '¿Has olvidado la contraseña?',
  'If you have a passkey, it still logs you in; else write to whoever runs this site.':
    'Si tienes una llave de acceso, puedes entrar con ella; si no, escribe a quien lleva este sitio.',
  'Write to {0}: your coach can have your account start over, which takes seven days. If you have a passkey, it still logs you in.':
    'Escribe a {0}: tu coach puede hacer que tu cuenta empiece de nuevo, lo que tarda siete días. Si tienes una llave de acceso, puedes entrar con ella.',
  'Write to {0}: your coach is there to help. If you have a passkey, it still logs you in.':
    'Escribe a {0}: tu coach te ayudará. Si tienes una llave de acceso, puedes entrar con ella.',
  'Whoever has this link gets into your account: do not pass this mail on, not even to your coach.':
    'Quien tiene este enlace entra en tu cuenta: no reenvíes este correo, tampoco a tu coach.',
  'your login link (your account is deactivated)': 'tu enlace de acceso (tu cuenta está desactivada)',
  'a login link was asked for, but your account {0} at {1} is deactivated, so nobody can log in to it at the moment.':
    'Se ha pedido un enlace de acceso, pero tu cuenta {0} en {1} está desactivada, así que por ahora nadie puede entrar en ella.',
  'To have it opened again, write to {0}: {1}': 'Para que se vuelva a abrir, escribe a {0}: {1}',
  'your login link (login links are turned off)':
    'tu enlace de acceso (los enlaces de acceso están desactivados)',
  'a login link was asked for, but you have turned login links off for your account, so none was made. Log in with your username and password.':
    'Se ha pedido un enlace de acceso, pero has desactivado los enlaces de acceso de tu cuenta, así que no se ha creado ninguno. Inicia sesión con tu nombre de usuario y tu contraseña.',
  'start over with your account': 'empieza de nuevo con tu cuenta',
  'your invitation': 'tu invitación',
  'your invitation, instead of your login link': 'tu invitación, en lugar de tu enlace de acceso',
  'a login link was asked for, but your account waits for you to set it up first.':
    'Se ha pedido un enlace de acceso, pero antes tienes que preparar tu cuenta.',
  'your account at {0} starts over, as {1} asked for. Your old username and password no longer work. On the page behind this button you choose new ones; everything else is as you left it.':
    'Tu cuenta en {0} empieza de nuevo, como pidió {1}. Tu nombre de usuario y tu contraseña anteriores ya no funcionan. En la página de este botón eliges otros; todo lo demás está como lo dejaste.',
  '{0} invites you to {1}. On the page behind this button you choose your username and your password.':
    '{0} te invita a {1}. En la página de este botón eliges tu nombre de usuario y tu contraseña.',
  'Accept the invitation': 'Aceptar la invitación',
  'It works once, until {0}. Too late? The same page mails you a fresh one.':
    'Sirve una sola vez, hasta el {0}. ¿Llegas tarde? La misma página te envía otra.',
  'It is for you alone: whoever opens it gets into your account, so do not pass this mail on.':
    'Es solo para ti: quien la abre entra en tu cuenta, así que no reenvíes este correo.',
  'Did you not ask for this, or do not know the sender? Then nothing happens if you do nothing.':
    '¿No lo has pedido tú o no conoces a quien lo envía? Entonces no hagas nada y no pasará nada.',
};
