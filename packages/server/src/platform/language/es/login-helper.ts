export const loginHelper = {
  'If an account has this address, its username is on the way to it by mail. If none has, the mail says so.':
    'Si una cuenta tiene esta dirección, su nombre de usuario va de camino por correo. Si no la tiene ninguna, el correo lo dice.',
  'If this username exists, a login link is on the way to the address on file. No mail? Then the username was most likely not quite right: get your username first, then the link.':
    'Si este nombre de usuario existe, va un enlace de acceso de camino a la dirección registrada. ¿No llega? Entonces lo más probable es que el nombre de usuario no fuera del todo correcto: consigue primero tu nombre de usuario y luego el enlace.',
  'If this link was one of ours, a fresh one is on the way to the address on file.':
    'Si este enlace era nuestro, va uno nuevo de camino a la dirección registrada.',
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
};
