import type { World } from './world.ts';

export type Figures = Record<string, number>;

/** What the metrics say, as whoever watches asks for it: each line's name with its labels, and its figure. */
export async function readFigures({ app }: Pick<World, 'app'>): Promise<Figures> {
  const answer = await fetch(`http://127.0.0.1:${app.metricsPort}/metrics`);
  return figuresIn(await answer.text());
}

export function figuresIn(text: string): Figures {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end))];
    }),
  );
}
