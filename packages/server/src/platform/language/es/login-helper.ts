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
  '{0}: your usernames': '{0}: tus nombres de usuario',
  'Your username is:': 'Tu nombre de usuario es:',
  '{0} accounts have this email address. Their usernames are:':
    '{0} cuentas tienen esta dirección de correo. Sus nombres de usuario son:',
  'Log in with the username, not with the email address. Forgot the password too? On the login page choose "Forgot your username or password?", then "My password", and type the username.':
    'Inicia sesión con el nombre de usuario, no con la dirección de correo. ¿Has olvidado también la contraseña? En la página de inicio de sesión elige «¿Has olvidado tu nombre de usuario o tu contraseña?», después «Mi contraseña», y escribe el nombre de usuario.',
  'Go to the login page': 'Ir a la página de inicio de sesión',
  '{0}, deactivated': '{0}, desactivada',
  '{0}: no account has this address': '{0}: ninguna cuenta tiene esta dirección',
  'Somebody asked for the username that belongs to this email address. No account at {0} has this address.':
    'Alguien ha pedido el nombre de usuario de esta dirección de correo. Ninguna cuenta de {0} tiene esta dirección.',
  'Was it you? Then your coach most likely knows you under another address: try that one, or ask your coach.':
    '¿Has sido tú? Entonces lo más probable es que tu coach tenga otra dirección tuya: prueba con ella o pregunta a tu coach.',
  'Try another address': 'Probar con otra dirección',
  '{0}: your login link': '{0}: tu enlace de acceso',
  'this link logs you in. It works once and leads to My Account, where you can set a new password.':
    'Este enlace te permite entrar. Sirve una sola vez y lleva a Mi cuenta, donde puedes poner una contraseña nueva.',
  'Log in': 'Iniciar sesión',
  'It works until {0}.': 'Funciona hasta el {0}.',
  'Your username': 'Tu nombre de usuario',
  'On another device? There choose "Type the login code" and enter your username and this code':
    '¿En otro dispositivo? Elige allí «Escribir el código de acceso» y escribe tu nombre de usuario y este código',
  'The code works until {0}.': 'El código funciona hasta el {0}.',
  'Whoever has this link gets into your account: do not pass this mail on, not even to your coach.':
    'Quien tiene este enlace entra en tu cuenta: no reenvíes este correo, tampoco a tu coach.',
  '{0}: your account is deactivated': '{0}: tu cuenta está desactivada',
  'a login link was asked for, but your account {0} at {1} is deactivated, so nobody can log in to it at the moment.':
    'Se ha pedido un enlace de acceso, pero tu cuenta {0} en {1} está desactivada, así que por ahora nadie puede entrar en ella.',
  'To have it opened again, write to {0}: {1}': 'Para que se vuelva a abrir, escribe a {0}: {1}',
  '{0}: login links are turned off': '{0}: los enlaces de acceso están desactivados',
  'a login link was asked for, but you have turned login links off for your account, so none was made. Log in with your username and password.':
    'Se ha pedido un enlace de acceso, pero has desactivado los enlaces de acceso de tu cuenta, así que no se ha creado ninguno. Inicia sesión con tu nombre de usuario y tu contraseña.',
};
