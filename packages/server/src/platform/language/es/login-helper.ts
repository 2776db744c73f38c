export const loginHelper = {
  'If an account has this address, its username is on the way to it by mail. If none has, the mail says so.':
    'Si una cuenta tiene esta dirección, su nombre de usuario va de camino por correo. Si no la tiene ninguna, el correo lo dice.',
  'If this username exists, a login link is on the way to the address on file. No mail? Then the username was most likely not quite right: get your username first, then the link.':
    'Si este nombre de usuario existe, va un enlace de acceso de camino a la dirección registrada. ¿No llega? Entonces lo más probable es que el nombre de usuario no fuera del todo correcto: consigue primero tu nombre de usuario y luego el enlace.',
  'If this link was one of ours, a fresh one is on the way to the address on file.':
    'Si este enlace era nuestro, va uno nuevo de camino a la dirección registrada.',
};
