// dist/custom-elements.json from the docblocks, with data for VS Code and JetBrains editors beside it.
import { posix } from 'node:path';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** Where to write; the check for freshness asks for another place. */
const outdir = process.env.MANIFEST_OUT ?? 'dist';

/** What Lit and its base class bring along says nothing about an element. */
const NOISE = new Set([
  ...['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback'],
  ...[
    'createRenderRoot',
    'scheduleUpdate',
    'performUpdate',
    'shouldUpdate',
    'willUpdate',
    'update',
  ],
  ...['firstUpdated', 'updated', 'getUpdateComplete', 'render', 'renderOptions', 'renderRoot'],
  ...['formAssociatedCallback', 'formDisabledCallback', 'formResetCallback', 'constructor'],
]);

/** What a class says for itself: its members, and the attributes and events of its docblock. */
const classes = new Map();

function read(node, ts) {
  const attributes = new Map();
  const events = new Set();
  for (const { tagName, comment } of (node.jsDoc ?? []).flatMap(({ tags }) => tags ?? [])) {
    const text = ts.getTextOfJSDocComment(comment) ?? '';
    const [, type, name, description] =
      /^(?:\{(.*?)\}\s*)?(\S+)\s*(?:-\s*)?(.*)$/s.exec(text.trim()) ?? [];
    if (!name) continue;
    if (/^attr(ibute)?$/.test(tagName.text)) attributes.set(name, { type, description });
    if (/^(fires|event)$/.test(tagName.text)) events.add(name);
  }
  const members = new Set(node.members.map((member) => member.name?.getText()).filter(Boolean));
  return { attributes, events, members };
}

/** `exactOptionalPropertyTypes` makes us write `| undefined`, which tells a reader nothing. */
const withoutUndefined = (type) =>
  type?.text ? { ...type, text: type.text.replace(/(\s*\|\s*undefined)+$/, '') } : type;

function tidyClass(declaration, said) {
  declaration.members = (declaration.members ?? [])
    .filter(
      ({ name, privacy = 'public', static: isStatic, inheritedFrom }) =>
        privacy === 'public' &&
        !isStatic &&
        !inheritedFrom &&
        !NOISE.has(name) &&
        !name.startsWith('#') &&
        said.members.has(name),
    )
    .map((member) => (member.type ? { ...member, type: withoutUndefined(member.type) } : member));
  // The docblock speaks of attributes as one writes them in HTML; the field, of the property.
  declaration.attributes = (declaration.attributes ?? []).map((attribute) => {
    const { type, description } = said.attributes.get(attribute.name) ?? {};
    return {
      ...attribute,
      type: type ? { text: type } : withoutUndefined(attribute.type),
      ...(description && { description: description.replace(/\s+/g, ' ') }),
    };
  });
  // The analyzer also guesses at events that are on their way elsewhere.
  if (declaration.events) {
    declaration.events = declaration.events.filter(({ name }) => said.events.has(name));
  }
}

/** The analyzer looks at source files; readers of the manifest have the built ones. */
function toDist(node, from = '') {
  if (Array.isArray(node)) return node.forEach((child) => toDist(child, from));
  if (!node || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'path' || key === 'module') && typeof value === 'string') {
      const path = value.startsWith('.') ? posix.join(posix.dirname(from), value) : value;
      node[key] = path.replace(/^\/?src\//, 'dist/').replace(/(?<!\.d)\.ts$/, '.js');
    } else toDist(value, from);
  }
}

const tidy = {
  name: 'broadsheet-tidy',
  analyzePhase({ ts, node, moduleDoc }) {
    if (ts.isClassDeclaration(node) && node.name) {
      classes.set(`${moduleDoc.path}#${node.name.text}`, read(node, ts));
    }
  },
  packageLinkPhase({ customElementsManifest: manifest }) {
    const elements = new Map();
    const isPublic = ({ path, declarations = [] }) =>
      /^src\/(?:index\.ts|elements\.ts|define\/)/.test(path) ||
      declarations.some(({ tagName, superclass }) => tagName || superclass?.name === 'Event');
    manifest.modules = manifest.modules.filter(isPublic);
    for (const { path, declarations = [] } of manifest.modules) {
      for (const declaration of declarations) {
        const said = classes.get(`${path}#${declaration.name}`);
        if (said) tidyClass(declaration, said);
        if (!declaration.tagName) continue;
        declaration.customElement = true;
        elements.set(declaration.tagName, { name: declaration.name, module: path });
      }
    }
    // Class files do not register their tag: the file of the same name in `define/` does.
    for (const module of manifest.modules) {
      const tag = /^src\/define\/(.+)\.ts$/.exec(module.path)?.[1];
      if (!elements.has(tag)) continue;
      module.exports = [
        ...(module.exports ?? []).filter(({ kind }) => kind !== 'custom-element-definition'),
        { kind: 'custom-element-definition', name: tag, declaration: elements.get(tag) },
      ];
    }
    manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const module of manifest.modules) toDist(module, module.path);
  },
};

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/styles/sheet.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [
    tidy,
    customElementVsCodePlugin({ outdir, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir, packageJson: false, hideLogs: true }),
  ],
};
