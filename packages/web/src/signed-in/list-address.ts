/** Which of the choices a word of the address stands for; undefined where somebody mistyped it. */
export function choiceNamed<Choice extends string>(
  words: Partial<Record<Choice, string>>,
  word: string | null,
): Choice | undefined {
  return (Object.keys(words) as Choice[]).find((choice) => words[choice] === word);
}
