export const securityLetters = {
  'a new login to your account': 'un inicio de sesión nuevo en tu cuenta',
  'your password was changed': 'tu contraseña ha cambiado',
  'your username was changed': 'tu nombre de usuario ha cambiado',
  'your name was changed by your coach': 'tu coach ha cambiado tu nombre',
  'Your coach changed the name on your account: {0}.': 'Tu coach ha cambiado el nombre de tu cuenta: {0}.',
  'It now reads: {0}.': 'Ahora dice: {0}.',
  'What stands there now does not look like a name, so this letter leaves it out: My Account shows it.':
    'Lo que dice ahora no parece un nombre, así que esta carta no lo repite: lo ves en Mi cuenta.',
  'Is that right? Then there is nothing to do.': '¿Es correcto? Entonces no hay nada que hacer.',
  'Is it not? You can change it back on My Account. If in doubt, ask your coach why.':
    '¿No lo es? Puedes volver a cambiarlo en Mi cuenta. En caso de duda, pregunta a tu coach por qué.',
  'what login links may do was changed': 'ha cambiado lo que permiten los enlaces de acceso',
  'your login link was opened by your coach': 'tu coach ha abierto tu enlace de acceso',
  'your invitation was opened by your coach': 'tu coach ha abierto tu invitación',
  'the change of your email address was stopped': 'se ha detenido el cambio de tu dirección de correo',
  'the fresh start of your account was stopped': 'se ha detenido el nuevo comienzo de tu cuenta',
  'your account will be deleted': 'tu cuenta se eliminará',
  'an API token was made for your account': 'se ha creado un token de API para tu cuenta',
  'an API token of your account was revoked': 'se ha revocado un token de API de tu cuenta',
  'a passkey was added to your account': 'se ha añadido una llave de acceso a tu cuenta',
  'a passkey was removed from your account': 'se ha eliminado una llave de acceso de tu cuenta',
  'a copy of your passkey was refused': 'se ha rechazado una copia de tu llave de acceso',
  'your logins now take a second step': 'tu inicio de sesión tiene ahora un segundo paso',
  'your second step was removed': 'se ha eliminado tu segundo paso',
  'new recovery codes for your account': 'códigos de recuperación nuevos para tu cuenta',
  'a recovery code of yours was used': 'se ha usado uno de tus códigos de recuperación',
  'From now on a login link alone logs you in.': 'A partir de ahora basta un enlace de acceso para entrar.',
  'From now on a login link logs you in only together with your password, and no login codes are made.':
    'A partir de ahora un enlace de acceso solo sirve junto con tu contraseña, y no se crean códigos de acceso.',
  'From now on no login links and codes are made for you, and those that were on their way have ended.':
    'A partir de ahora no se crean enlaces ni códigos de acceso para ti, y los que iban de camino ya no valen.',
  'Somebody logged in to your account with a login link, a code or a passkey, from a browser that had not been used before: {0}, {1}.':
    'Alguien ha entrado en tu cuenta con un enlace de acceso, un código o una llave de acceso, desde un navegador que no se había usado antes: {0}, {1}.',
  'Was it not you? Have a fresh login link mailed to you, set a new password with it, and every other session ends.':
    '¿No has sido tú? Pide un enlace de acceso nuevo y pon con él una contraseña nueva: así se cierran todas las demás sesiones.',
  'Get a login link': 'Recibir un enlace de acceso',
  'The password of your account was changed: {0}, {1}. All other sessions and login links have ended.':
    'La contraseña de tu cuenta ha cambiado: {0}, {1}. Todas las demás sesiones se han cerrado y los enlaces de acceso ya no valen.',
  'Was it not you? Have a login link mailed to you and set a new password at once, then tell {0}.':
    '¿No has sido tú? Pide un enlace de acceso, pon enseguida una contraseña nueva y avisa después a {0}.',
  'The username of your account was changed: {0}, {1}. From now on you log in as {2}.':
    'El nombre de usuario de tu cuenta ha cambiado: {0}, {1}. A partir de ahora inicias sesión como {2}.',
  'What login links may do for your account was changed: {0}, {1}. {2}':
    'Ha cambiado lo que permiten los enlaces de acceso de tu cuenta: {0}, {1}. {2}',
  'Was it you? Then there is nothing to do. You can change it back on My Account.':
    '¿Has sido tú? Entonces no tienes que hacer nada. En Mi cuenta puedes volver a cambiarlo.',
  'Was it not you? Log in, set a new password at once, and tell {0}.':
    '¿No has sido tú? Inicia sesión, pon enseguida una contraseña nueva y avisa a {0}.',
  'Was it not you? Have a login link mailed to you, set a new password at once, and tell {0}.':
    '¿No has sido tú? Pide un enlace de acceso, pon enseguida una contraseña nueva y avisa a {0}.',
  'A passkey was added to your account: {0}, {1}. It logs in without username and password.':
    'Se ha añadido una llave de acceso a tu cuenta: {0}, {1}. Con ella se entra sin nombre de usuario ni contraseña.',
  'Was it not you? Have a login link mailed to you and set a new password with it: unless you keep them, that ends all passkeys and every other session.':
    '¿No has sido tú? Pide un enlace de acceso y pon con él una contraseña nueva: si no eliges conservarlas, así terminan todas las llaves de acceso y todas las demás sesiones.',
  'A passkey was removed from your account: {0}, {1}. It does not log in any more.':
    'Se ha eliminado una llave de acceso de tu cuenta: {0}, {1}. Ya no sirve para entrar.',
  'Was it not you? Have a login link mailed to you and set a new password at once, then tell your coach.':
    '¿No has sido tú? Pide un enlace de acceso, pon enseguida una contraseña nueva y avisa después a tu coach.',
  'A login with your passkey “{0}” was refused: {1}, {2}. What came did not come from the device that keeps it, but most likely from a copy of it.':
    'Se ha rechazado un inicio de sesión con tu llave de acceso «{0}»: {1}, {2}. No venía del dispositivo que la guarda, sino probablemente de una copia.',
  'Remove this passkey on My Account, whoever it was, and add a new one. Until then neither the copy nor the device may get in with it.':
    'Elimina esta llave de acceso en Mi cuenta, fuera quien fuera, y añade otra. Hasta entonces ni la copia ni el dispositivo pueden entrar con ella.',
  'Do you not know how a copy could be made? Then set a new password too, and tell {0}.':
    '¿No sabes cómo se pudo hacer una copia? Entonces pon también una contraseña nueva y avisa a {0}.',
  'An authenticator app was added to your account: {0}, {1}. From now on your password, a login link or a code also takes its six digits.':
    'Se ha añadido una app de autenticación a tu cuenta: {0}, {1}. A partir de ahora tu contraseña, un enlace de acceso o un código piden también sus seis cifras.',
  'Keep the recovery codes where you find them without your phone: each of them stands in once.':
    'Guarda los códigos de recuperación donde los encuentres sin tu teléfono: cada uno la sustituye una vez.',
  'Was it not you? Write to your support address at once: whoever did this was logged in as you.':
    '¿No has sido tú? Escribe enseguida a tu dirección de ayuda: quien lo ha hecho había entrado en tu cuenta.',
  'The second step of your account was removed: {0}, {1}. Its recovery codes do not work any more.':
    'Se ha eliminado el segundo paso de tu cuenta: {0}, {1}. Sus códigos de recuperación ya no funcionan.',
  'Was it not you? Have a login link mailed to you and set a new password at once, then write to your support address.':
    '¿No has sido tú? Pide un enlace de acceso, pon enseguida una contraseña nueva y escribe después a tu dirección de ayuda.',
  'New recovery codes were made for your account: {0}, {1}. The ones you had before do not work any more.':
    'Se han creado códigos de recuperación nuevos para tu cuenta: {0}, {1}. Los que tenías antes ya no funcionan.',
  'Was it not you? Have a login link mailed to you and set a new password at once.':
    '¿No has sido tú? Pide un enlace de acceso y pon enseguida una contraseña nueva.',
  'A recovery code was used as the second step of a login to your account: {0}, {1}. It works no second time.':
    'Se ha usado un código de recuperación como segundo paso para entrar en tu cuenta: {0}, {1}. No sirve una segunda vez.',
  'Running low? My Account makes you new ones.': '¿Te quedan pocos? En Mi cuenta puedes crear otros.',
  'Was it not you? Have a login link mailed to you, set a new password at once, and make new recovery codes.':
    '¿No has sido tú? Pide un enlace de acceso, pon enseguida una contraseña nueva y crea códigos de recuperación nuevos.',
  'A login link of yours was opened while your coach was logged in in that browser: {0}, {1}. It was not used, and it can not be used there.':
    'Un enlace de acceso tuyo se ha abierto en un navegador en el que tu coach tenía la sesión abierta: {0}, {1}. No se ha usado, y allí no se puede usar.',
  'A login link is yours alone. If you passed it on, do not do so again: your coach can send you a message instead.':
    'Un enlace de acceso es solo tuyo. Si lo has reenviado, no vuelvas a hacerlo: tu coach puede enviarte un mensaje.',
  'Your invitation was opened while a coach was logged in in that browser: {0}, {1}. It was not used, and it can not be used there: it is good for you still.':
    'Tu invitación se ha abierto en un navegador en el que un coach tenía la sesión abierta: {0}, {1}. No se ha usado, y allí no se puede usar: a ti te sigue sirviendo.',
  'An invitation is yours alone: whoever accepts it gets into your account. If you passed it on, do not do so again.':
    'Una invitación es solo tuya: quien la acepta entra en tu cuenta. Si la has reenviado, no vuelvas a hacerlo.',
  'The change of your email address was stopped by the link in our letter: {0}. This address stays the one on file.':
    'El cambio de tu dirección de correo se ha detenido con el enlace de nuestra carta: {0}. Esta dirección sigue siendo la registrada.',
  'Did you ask for that change yourself? Then ask again on My Account. If you can not get in, have a login link mailed to you.':
    '¿Habías pedido tú ese cambio? Entonces vuelve a pedirlo en Mi cuenta. Si no puedes entrar, pide un enlace de acceso.',
  'The fresh start that was asked for is off: {0}. Nothing has changed: your username, your password and this address are good as before.':
    'El nuevo comienzo que se había pedido está anulado: {0}. No ha cambiado nada: tu nombre de usuario, tu contraseña y esta dirección siguen valiendo como antes.',
  'A login, a right password, the link in our letters or your coach stops it. If you can not get in, have a login link mailed to you.':
    'Lo detiene un inicio de sesión, una contraseña correcta, el enlace de nuestras cartas o tu coach. Si no puedes entrar, pide un enlace de acceso.',
  'Your coach has ended your account. All that is kept about you will be deleted for good on {0}.':
    'Tu coach ha dado por terminada tu cuenta. Todo lo que se guarda sobre ti se eliminará para siempre el {0}.',
  'Until then you can log in as {0} and look. On My Account, "Download my data" gives you all of it as a file.':
    'Hasta entonces puedes iniciar sesión como {0} y consultarla. En Mi cuenta, «Descargar mis datos» te lo da todo en un archivo.',
  'Is this a mistake? Write to {0}: until then it can be undone.':
    '¿Es un error? Escribe a {0}: hasta entonces se puede deshacer.',
  'An API token named “{0}” was made for your account: {1}, {2}. Whoever has it can use your account from a program, as far as the token goes.':
    'Se ha creado un token de API llamado «{0}» para tu cuenta: {1}, {2}. Quien lo tenga puede usar tu cuenta desde un programa, hasta donde llegue el token.',
  'Was it you? Then there is nothing to do. You can end it on My Account at any time.':
    '¿Has sido tú? Entonces no tienes que hacer nada. En Mi cuenta puedes terminarlo cuando quieras.',
  'Was it not you? Have a login link mailed to you, set a new password with it, and the token ends along with every other session.':
    '¿No has sido tú? Pide un enlace de acceso y pon con él una contraseña nueva: así terminan el token y todas las demás sesiones.',
  'The API token named “{0}” was revoked: {1}, {2}. Programs that use it are refused from now on.':
    'Se ha revocado el token de API llamado «{0}»: {1}, {2}. Los programas que lo usan se rechazan a partir de ahora.',
  'Was it not you? Have a login link mailed to you and set a new password with it: somebody else is in your account.':
    '¿No has sido tú? Pide un enlace de acceso y pon con él una contraseña nueva: alguien más está en tu cuenta.',
  'whoever runs this site': 'quien gestiona este sitio',
  'your coach': 'tu coach',
  'You have turned login links off, so none can be mailed to you: log in with your password instead.':
    'Has desactivado los enlaces de acceso, así que no se te puede enviar ninguno: inicia sesión con tu contraseña.',
  'A login link asks for your password too.': 'Un enlace de acceso pide también tu contraseña.',
  '{0} If your password does not work any more, tell {1} at once.':
    '{0} Si tu contraseña ya no funciona, avisa enseguida a {1}.',
  'It happened {0} times:': 'Ha pasado {0} veces:',
};
