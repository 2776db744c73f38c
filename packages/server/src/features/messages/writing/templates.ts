import { isId } from '../../../platform/graphql/connection.types.ts';
import { checkText } from '../../../platform/graphql/text-input.ts';
import { FieldError, InvalidInput, TooManyAttempts } from '../../../platform/graphql/user-errors.types.ts';
import { newId } from '../../../platform/random-token.ts';
import type { RequestContext } from '../../../request-context.ts';
import { MessageTemplate } from './message-template.entity.ts';
import { MessageTemplateSaved, TemplateView } from './message-check.types.ts';
import { preflight } from './preflight.ts';
import { whyNotKept } from './why-not-kept.ts';
import { say } from '../../../platform/language/say.ts';
import type { Viewer } from '../../../viewer.ts';

interface Saving {
  id: string | null;
  name: string;
  subject: string;
  body: string;
}

/** The coach's own, by name. */
export async function findTemplates(
  { em }: Pick<RequestContext, 'em'>,
  viewer: Viewer,
): Promise<TemplateView[]> {
  const found = await em.find(MessageTemplate, { coach: viewer.account.id }, { orderBy: { name: 'asc' } });
  return found.map(toView);
}

/** Keeps a template unless that lost what was written, and says what sending it would say about its tags. */
export async function saveTemplate(
  context: RequestContext,
  viewer: Viewer,
  { id, name, subject, body }: Saving,
): Promise<MessageTemplateSaved | InvalidInput | TooManyAttempts> {
  const invalid = checkText({ field: 'name', text: name, max: 100 });
  if (invalid) return invalid;
  const input = {
    subject,
    body,
    bodyFormat: 'HTML',
    recipients: { allActive: false },
    copyToMe: false,
  } as const;
  const checked = await preflight(context, viewer, input);
  if (checked instanceof TooManyAttempts) return checked;
  if (checked instanceof InvalidInput) return ofTemplate(checked);
  const refused = whyNotKept(checked, 'body');
  if (refused) return refused;
  const { em, clock } = context;
  const { stored } = checked.composed;
  const kept = { name: name.trim(), subject: stored.subject, body: stored.body };
  const key = id ?? newId();
  if (id === null)
    await em.insert(MessageTemplate, { id: key, coach: viewer.account.id, ...kept, createdAt: clock.now() });
  else if (
    !isId(id) ||
    (await em.nativeUpdate(MessageTemplate, { id, coach: viewer.account.id }, kept)) === 0
  )
    return new InvalidInput([new FieldError('id', say().messages.thereIsNoSuchTemplate)]);
  const problems = checked.problems.filter(({ kind }) => kind !== 'NO_RECIPIENT');
  return new MessageTemplateSaved({ id: key, ...kept }, problems);
}

/** Pre-flight names the fields of a message; a template's stand by themselves. */
function ofTemplate({ fields }: InvalidInput): InvalidInput {
  return new InvalidInput(
    fields.map(({ field, message }) => new FieldError(field.replace(/^input\./, ''), message)),
  );
}

export async function deleteTemplate({ em }: RequestContext, viewer: Viewer, id: string): Promise<boolean> {
  return isId(id) && (await em.nativeDelete(MessageTemplate, { id, coach: viewer.account.id })) > 0;
}

function toView({ id, name, subject, body }: MessageTemplate): TemplateView {
  return { id, name, subject, body };
}
