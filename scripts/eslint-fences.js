/**
 * The fences of server and app that ESLint carries (the others are in .dependency-cruiser.js). Each is a rule of its
 * own, so that a file may be let through one of them and not through the others.
 */

/** A rule that reports every node that one of the selectors matches. */
function fence(message, selectors) {
  return {
    meta: { type: 'problem', schema: [] },
    create: (context) =>
      Object.fromEntries(
        selectors.map((selector) => [selector, (node) => context.report({ node, message })]),
      ),
  };
}

/** `object.property`, `object['property']` and `globalThis.object.property`. */
function member(object, property) {
  const ofObject = [`[object.name=${object}]`, `[object.property.name=${object}]`];
  return ofObject.flatMap((of) => [
    `MemberExpression${of}[computed=false][property.name=${property}]`,
    `MemberExpression${of}[computed=true][property.value=${property}]`,
  ]);
}

const random =
  '/^(randomBytes|randomUUID|randomUUIDv7|randomInt|randomFill|randomFillSync|getRandomValues)$/';

const fences = {
  'environment-only-in-env': fence('Only env.ts reads the environment. Take the value as an argument.', [
    ...member('process', 'env'),
    'VariableDeclarator[init.name=process] > ObjectPattern > Property[key.name=env]',
    'ImportDeclaration[source.value=/^(node:)?process$/]',
  ]),
  'time-only-in-clock': fence('Only platform/clock.ts knows what time it is. Take a Clock as an argument.', [
    ...member('Date', '/^(now)$/'),
    'NewExpression[callee.name=Date][arguments.length=0]',
    'CallExpression[callee.name=Date]',
  ]),
  'randomness-only-in-random-token': fence('Only platform/random-token.ts makes random values.', [
    ...member('Math', '/^(random)$/'),
    ...member('/[cC]rypto$/', random),
    `ImportDeclaration[source.value=/^(node:)?crypto$/] > ImportSpecifier[imported.name=${random}]`,
    `CallExpression[callee.name=${random}]`,
  ]),
  'no-child-process': fence('The server starts no other programs.', [
    'ImportDeclaration[source.value=/^(node:)?child_process$/]',
    'ImportExpression[source.value=/^(node:)?child_process$/]',
  ]),
  'no-spliced-sql': fence('Values go into SQL as parameters: use sql`…` or raw(text, values).', [
    ...['callee.name', 'callee.property.name'].flatMap((callee) =>
      ['TemplateLiteral[expressions.length>0]', "BinaryExpression[operator='+']"].map(
        (text) => `CallExpression[${callee}=/^(raw|execute|executeQuery)$/] > ${text}.arguments`,
      ),
    ),
  ]),
  'no-sql-clock': fence('SQL has no clock of its own here: pass clock.now() as a parameter.', [
    'TemplateElement[value.raw=/\\b(now|clock_timestamp)\\(\\)|\\bcurrent_timestamp\\b/i]',
    'Literal[value=/\\b(now|clock_timestamp)\\(\\)|\\bcurrent_timestamp\\b/i]',
  ]),
  'approved-algorithms-only': fence('Hash with SHA-256, seal with AES-256-GCM (ASVS 5.0 11.3.2, 11.4.1).', [
    ...['callee.name', 'callee.property.name'].flatMap((callee) => [
      `CallExpression[${callee}=/^(createHash|createHmac|hkdf|hkdfSync)$/][arguments.0.value!='sha256']`,
      `CallExpression[${callee}=/^create(C|Dec)ipheriv$/][arguments.0.value!='aes-256-gcm']`,
      `CallExpression[${callee}=/^(createSign|createVerify|pbkdf2|pbkdf2Sync|scrypt|scryptSync)$/]`,
    ]),
    // `hash` is argon2's word, too.
    'ImportDeclaration[source.value=/^(node:)?crypto$/] > ImportSpecifier[imported.name=hash]',
  ]),
  'verified-tls-only': fence('A certificate is always verified, and HTTP is read strictly.', [
    'Property[key.name=/^(rejectUnauthorized|checkServerIdentity|insecureHTTPParser)$/]',
    'Property[key.value=/^(rejectUnauthorized|checkServerIdentity|insecureHTTPParser)$/]',
    'MemberExpression[property.name=/^(rejectUnauthorized|checkServerIdentity|insecureHTTPParser)$/]',
    'Identifier[name=NODE_TLS_REJECT_UNAUTHORIZED]',
    'Literal[value=/NODE_TLS_REJECT_UNAUTHORIZED|sslmode=(no-verify|disable)/]',
  ]),
};

// What the server says, by the name that it has in the API.
const said = [`MemberExpression[property.name=message]`, `Identifier[name=message]`];
const asking =
  '/^(match|matchAll|search|replace|replaceAll|includes|indexOf|startsWith|endsWith|split|slice|substring|at)$/';

/** Those of the app. */
const webFences = {
  'facts-not-words': fence('What the server says is for people. Take the field that holds the fact.', [
    ...said.map((words) => `CallExpression[callee.property.name=/^(test|exec)$/] > ${words}.arguments`),
    'CallExpression[callee.property.name=' + asking + '][callee.object.property.name=message]',
    'CallExpression[callee.property.name=' + asking + '][callee.object.name=message]',
    ...said.map((words) => `BinaryExpression[operator=/^[!=]==?$/][right.raw=/^['"]/] > ${words}.left`),
  ]),
};

export const fencePlugin = { rules: { ...fences, ...webFences } };

export const webFenceRules = { 'fence/facts-not-words': 'error' };

/** Every fence of the server at one severity. */
export function fenceRules(severity) {
  return Object.fromEntries(Object.keys(fences).map((name) => [`fence/${name}`, severity]));
}
