export const loginHelpReport = {
  today: 'hoy',
  yesterday: 'ayer',
  tomorrow: 'mañana',
  'on {0}': 'el {0}',
  'Other tries are not counted here.': 'Otros intentos no se cuentan aquí.',
  'Active.': 'Activo.',
  'Deactivated{0}; will be deleted {1}.': 'Acceso desactivado{0}; se eliminará {1}.',
  'Deactivated{0}, but may log in and look.': 'Acceso desactivado{0}, pero puede iniciar sesión y consultar.',
  'Deactivated{0}: no login of any kind works.':
    'Acceso desactivado{0}: no funciona ninguna forma de entrar.',
  'Has not come in yet: there is no password so far.': 'Aún no ha entrado: todavía no tiene contraseña.',
  ' Last login {0}.': ' Último inicio de sesión: {0}.',
  'a week after its notice has gone': 'una semana después de que salga el aviso',
  'A fresh start takes effect {0}, unless stopped.{1}':
    'Un nuevo comienzo se hará {0}, si nadie lo detiene.{1}',
  'Has come in before.{0}': 'Ya ha entrado antes.{0}',
  ' {0} waits for the client’s own yes.': ' {0} espera el sí de la propia persona.',
  'Mail to {0} comes back.{1}': 'El correo a {0} vuelve.{1}',
  'A mail to {0} was marked as spam, so messages are held back.{1}':
    'Un correo a {0} se marcó como spam, así que los mensajes se retienen.{1}',
  'Mail still goes to {0}.{1}': 'El correo todavía va a {0}.{1}',
  'Mail arrives at {0}.': 'El correo llega a {0}.',
  'Nothing has been heard of mail to {0} yet.': 'Aún no se sabe nada del correo a {0}.',
  'The client has turned login links off.': 'La persona ha desactivado los enlaces de acceso.',
  'The client’s login links ask for the password as well.':
    'Los enlaces de acceso de esta persona piden también la contraseña.',
  'Login links are allowed.': 'Los enlaces de acceso están permitidos.',
  'Many wrong passwords in a short time: the login page asks for a break of {0} minutes.':
    'Muchas contraseñas incorrectas en poco tiempo: la página de inicio de sesión pide una pausa de {0} minutos.',
  'The client does not have to wait.': 'No tiene que esperar.',
  'None since the last login, in the client’s own browser. {0}':
    'Ninguna desde el último inicio de sesión, en su propio navegador. {0}',
  'One wrong password': 'Una contraseña incorrecta',
  '{0} wrong passwords': '{0} contraseñas incorrectas',
  'since {0}': 'desde {0}',
  '{0} {1}, in the client’s own browser. {2}': '{0} {1}, en su propio navegador. {2}',
  'is on its way out': 'está saliendo',
  'did not arrive': 'no ha llegado',
  'has not been used yet and still works': 'aún no se ha usado y sigue funcionando',
  'was used': 'se ha usado',
  'ended without having been used': 'terminó sin que se usara',
  'was made useless': 'se anuló',
  'No invitation of yours in the last {0} days.': 'Ninguna invitación tuya en los últimos {0} días.',
  'has not been accepted yet and still works': 'aún no se ha aceptado y sigue funcionando',
  'ended without being accepted': 'terminó sin que se aceptara',
  'Your invitation, sent {0}, {1}.': 'Tu invitación, enviada {0}, {1}.',
  'No login link of yours in the last {0} days.': 'Ningún enlace de acceso tuyo en los últimos {0} días.',
  'Your login link, sent {0}, {1}.': 'Tu enlace de acceso, enviado {0}, {1}.',
  'None from the client’s own browser in the last {0} days. {1}':
    'Ninguna desde su propio navegador en los últimos {0} días. {1}',
  'a login link': 'un enlace de acceso',
  'their username': 'su nombre de usuario',
  'and have logged in since': 'y después ha iniciado sesión',
  'and have not logged in since': 'y después no ha iniciado sesión',
  'They asked for {0} {1}, {2}. {3}': 'Pidió {0} {1}, {2}. {3}',
  '{0} is deactivated and will be deleted {1}. Reactivating stops that and lets them in.':
    '{0} tiene el acceso desactivado y se eliminará {1}. Si reactivas el acceso, no se elimina y puede entrar.',
  '{0} was deactivated {1}, so no login works. Let them log in and look, or reactivate them.':
    '{0} tiene el acceso desactivado desde {1}, así que no puede entrar de ninguna forma. Deja que inicie sesión y consulte, o reactiva el acceso.',
  '{0} is deactivated, so no login works. Reactivate them to let them in.':
    '{0} tiene el acceso desactivado, así que no puede entrar de ninguna forma. Reactívalo para que pueda.',
  'A fresh start for {0} takes effect {1}; then an invitation goes to the new address. Any login of theirs stops it.':
    'Un nuevo comienzo de {0} se hará {1}; después se envía una invitación a la dirección nueva. Si inicia sesión, se detiene.',
  'Mail to {0} does not arrive, so {1} has no invitation. Correct the address; an invitation can go out again then.':
    'El correo a {0} no llega, así que {1} no tiene invitación. Corrige la dirección; entonces podrá salir otra invitación.',
  '{0} has no invitation that works. Mail one, and they can come in.':
    '{0} no tiene ninguna invitación que funcione. Envía una y podrá entrar.',
  'The invitation you sent {0} ended before {1} accepted it. Mail a new one.':
    'La invitación que enviaste {0} terminó antes de que {1} la aceptara. Envía otra.',
  '{0} has not accepted the invitation you sent {1}. Ask them to look in the spam folder, or mail it again.':
    '{0} no ha aceptado la invitación que enviaste {1}. Pídele que mire en la carpeta de spam o vuelve a enviarla.',
  '{0} counts only once {1} confirms it. Ask them to log in with username and password and to open the link in the mail to the new address.':
    '{0} solo cuenta cuando {1} la confirma. Pídele que inicie sesión con nombre de usuario y contraseña y que abra el enlace del correo a la dirección nueva.',
  'Mail to {0} comes back, so no login link reaches {1}. Ask for an address that works.':
    'El correo a {0} vuelve, así que a {1} no le llega ningún enlace de acceso. Pide una dirección que funcione.',
  '{0} marked a mail as spam, so yours are held back. Ask them to use “Forgot your username or password?” on the login page: that lifts it.':
    '{0} marcó un correo como spam, así que los tuyos se retienen. Pídele que use «¿Has olvidado tu nombre de usuario o tu contraseña?» en la página de inicio de sesión: eso lo arregla.',
  '{0} typed many wrong passwords and has to take a break. In {1} minutes the login page looks at another one.':
    '{0} ha escrito muchas contraseñas incorrectas y tiene que hacer una pausa. Dentro de {1} minutos podrá probar otra en la página de inicio de sesión.',
  '{0} has turned login links off, so only username and password let them in. Ask what they remember; the login page mails them a forgotten username.':
    '{0} ha desactivado los enlaces de acceso, así que solo puede entrar con nombre de usuario y contraseña. Pregunta qué recuerda; la página de inicio de sesión envía por correo un nombre de usuario olvidado.',
  '{0}’s login links ask for the password as well, so a link alone does not let them in. Ask what they remember.':
    'Los enlaces de acceso de {0} piden también la contraseña, así que un enlace solo no basta. Pregunta qué recuerda.',
  'Your login link for {0} is on its way out. Give it a moment.':
    'Tu enlace de acceso para {0} está saliendo. Espera un momento.',
  '{0} has a login link that works, sent {1}, and has not used it. Ask them to look for your mail, also in the spam folder.':
    '{0} tiene un enlace de acceso que funciona, enviado {1}, y no lo ha usado. Pídele que busque tu correo, también en la carpeta de spam.',
  'Your login link for {0}, sent {1}, did not arrive. Send another one.':
    'Tu enlace de acceso para {0}, enviado {1}, no ha llegado. Envía otro.',
  'Your login link for {0}, sent {1}, no longer works. Send a fresh one.':
    'Tu enlace de acceso para {0}, enviado {1}, ya no funciona. Envía uno nuevo.',
  '{0} typed many wrong passwords and has to wait for {1} minutes. A login link lets them in at once.':
    '{0} ha escrito muchas contraseñas incorrectas y tiene que esperar {1} minutos. Con un enlace de acceso entra enseguida.',
  '{0} asked the login helper for a mail {1} and has not come in since. Ask them to look in the spam folder, or send a login link.':
    '{0} pidió {1} un correo para recuperar el acceso y no ha entrado desde entonces. Pídele que mire en la carpeta de spam o envía un enlace de acceso.',
  '{0} has typed a wrong password since the last login, so it is most likely forgotten. Send a login link: it needs none.':
    '{0} ha escrito una contraseña incorrecta desde el último inicio de sesión, así que lo más probable es que la haya olvidado. Envía un enlace de acceso: no la necesita.',
  ' They can look, and change nothing.': ' Puede consultar y no cambiar nada.',
  'Nothing here keeps {0} out: they logged in {1}.{2}':
    'Nada de lo que hay aquí impide entrar a {0}: inició sesión {1}.{2}',
  'Nothing here keeps {0} out, so username or password is most likely forgotten. Send a login link: it needs neither.{1}':
    'Nada de lo que hay aquí impide entrar a {0}, así que lo más probable es que haya olvidado el nombre de usuario o la contraseña. Envía un enlace de acceso: no necesita ninguno de los dos.{1}',
  'This client is deleted.': 'Esta persona se ha eliminado.',
  'This client': 'Esta persona',
};
