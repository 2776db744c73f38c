import {
  DeleteMessageTemplateDocument,
  MessageTemplatesDocument,
  SaveMessageTemplateDocument,
  type TemplateFieldsFragment,
} from '@latchstring/operations';
import { composeTexts as texts } from '@latchstring/texts/app/compose';
import { failureText } from '../../../words/failures';
import type { Visit } from '../../../signed-in/visit.svelte';
import { whyRefused } from '../../../signed-in/why-refused';

/** The coach's own templates. */
export class TemplateList {
  all = $state.raw<TemplateFieldsFragment[]>();
  /** What was done last, in words. */
  done = $state<string>();
  problem = $state<string>();
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
    void this.load();
  }

  async load(): Promise<void> {
    const { data, failure } = await this.#visit.run(MessageTemplatesDocument, {});
    if (data) this.all = data.messageTemplates;
    else this.problem = failureText(failure);
  }

  /** The reason in words when it was not kept. */
  async save(
    template: Omit<TemplateFieldsFragment, 'id'> & { id: string | null },
  ): Promise<string | undefined> {
    this.done = this.problem = undefined;
    const { data, failure } = await this.#visit.run(SaveMessageTemplateDocument, template);
    if (failure) return failureText(failure);
    const result = data.saveMessageTemplate;
    if (result.__typename !== 'MessageTemplateSaved') return whyRefused(result);
    const { name } = result.template;
    this.done = template.id === null ? texts.templateSaved({ name }) : texts.renamed({ name });
    await this.load();
    return undefined;
  }

  async remove(id: string): Promise<void> {
    this.done = this.problem = undefined;
    const { failure } = await this.#visit.run(DeleteMessageTemplateDocument, { id });
    if (failure) this.problem = failureText(failure);
    else this.done = texts.templateRemoved;
    await this.load();
  }
}
