export const passwords = {
  'Straight rows of keys on your keyboard are easy to guess.':
    'Las filas rectas de teclas son fáciles de adivinar.',
  'Short keyboard patterns are easy to guess.':
    'Los dibujos cortos sobre el teclado son fáciles de adivinar.',
  'Repeated characters like "aaa" are easy to guess.':
    'Los caracteres repetidos como «aaa» son fáciles de adivinar.',
  'Repeated character patterns like "abcabcabc" are easy to guess.':
    'Los grupos repetidos como «abcabcabc» son fáciles de adivinar.',
  'Common character sequences like "abc" are easy to guess.':
    'Las secuencias comunes como «abc» son fáciles de adivinar.',
  'Recent years are easy to guess.': 'Los años recientes son fáciles de adivinar.',
  'Dates are easy to guess.': 'Las fechas son fáciles de adivinar.',
  'This is a heavily used password.': 'Es una de las contraseñas más usadas.',
  'This is a frequently used password.': 'Es una contraseña muy usada.',
  'This is a commonly used password.': 'Es una contraseña común.',
  'This is similar to a commonly used password.': 'Se parece a una contraseña común.',
  'Single words are easy to guess.': 'Las palabras sueltas son fáciles de adivinar.',
  'Single names or surnames are easy to guess.': 'Los nombres o apellidos solos son fáciles de adivinar.',
  'Common names and surnames are easy to guess.': 'Los nombres y apellidos comunes son fáciles de adivinar.',
  'There should not be any personal or page related data.':
    'No debe contener datos personales ni de esta página.',
  'Your password was exposed by a data breach on the Internet.':
    'Tu contraseña apareció en una filtración de datos en internet.',
  "Avoid predictable letter substitutions like '@' for 'a'.":
    'Evita cambios de letras previsibles, como «@» por «a».',
  'Avoid reversed spellings of common words.': 'Evita palabras comunes escritas al revés.',
  'Capitalize some, but not all letters.': 'Pon en mayúscula algunas letras, pero no todas.',
  'Capitalize more than the first letter.': 'Pon en mayúscula algo más que la primera letra.',
  'Avoid dates and years that are associated with you.': 'Evita fechas y años relacionados contigo.',
  'Avoid recent years.': 'Evita los años recientes.',
  'Avoid years that are associated with you.': 'Evita los años relacionados contigo.',
  'Avoid common character sequences.': 'Evita las secuencias comunes de caracteres.',
  'Avoid repeated words and characters.': 'Evita repetir palabras y caracteres.',
  'Use longer keyboard patterns and change typing direction multiple times.':
    'Usa recorridos más largos del teclado y cambia varias veces de dirección.',
  'Add more words that are less common.': 'Añade más palabras que sean menos comunes.',
  'Use multiple words, but avoid common phrases.': 'Usa varias palabras, pero evita frases comunes.',
  'You can create strong passwords without using symbols, numbers, or uppercase letters.':
    'Puedes crear contraseñas fuertes sin signos, números ni mayúsculas.',
  'If you use this password elsewhere, you should change it.':
    'Si usas esta contraseña en otro sitio, deberías cambiarla.',
};
