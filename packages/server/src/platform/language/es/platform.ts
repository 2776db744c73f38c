export const platform = {
  'You may not do this.': 'No puedes hacer esto.',
  'Someone else is logged in here now.': 'Ahora hay otra persona con la sesión iniciada aquí.',
  'Log in first.': 'Inicia sesión antes.',
  'Many people are logging in right now. Try again in a few seconds.':
    'Mucha gente está iniciando sesión en este momento. Vuelve a intentarlo dentro de unos segundos.',
  'Something went wrong, reference {0}. Try again; if it stays, tell us the reference.':
    'Algo ha fallado, referencia {0}. Vuelve a intentarlo; si sigue igual, dinos la referencia.',
  'Fill this in.': 'Rellena este campo.',
  'This holds characters that can not be used.': 'Contiene caracteres que no se pueden usar.',
  'Something in the input is not usable.': 'Algo de lo que se ha enviado no se puede usar.',
  'This was done often in a short time. Wait a little, then do it again.':
    'Esto se ha hecho muchas veces en poco tiempo. Espera un poco y vuelve a hacerlo.',
  'Too many tries. Login links already mailed to you still work.':
    'Demasiados intentos. Los enlaces de acceso que ya te hayamos enviado siguen funcionando.',
  'Your account is deactivated: you may look, and change your own username and password, but nothing else.':
    'Tu cuenta está desactivada: puedes consultarla y cambiar tu nombre de usuario y tu contraseña, pero nada más.',
  'Use 1 to 255 printable characters.': 'Usa entre 1 y 255 caracteres imprimibles.',
  'This key was used for something else. Use a new one.':
    'Esta clave ya se ha usado para otra cosa. Usa una nueva.',
  '{0} on {1}': '{0} en {1}',
  'Unknown device': 'Dispositivo desconocido',
  '{0} ({1} time)': '{0} (hora de {1})',
  'Use at least {0} characters: four unrelated words are easy to remember.':
    'Usa al menos {0} caracteres: cuatro palabras sin relación son fáciles de recordar.',
  'This password would be guessed too soon.': 'Esta contraseña se adivinaría demasiado pronto.',
  'Besides your own names, or those of your practice and coach, there is too little in it. Add words that have nothing to do with you.':
    'Aparte de tu nombre, o de los de tu organización y tu coach, hay demasiado poco en ella. Añade palabras que no tengan nada que ver contigo.',
};
