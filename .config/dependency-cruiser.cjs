// Imports run down only: define, index, elements -> rooms -> sources -> content, and rooms -> kit.
// Rooms meet in the DOM, by tag name. Type-only imports count: they, too, tie rooms together.
const ROOMS = 'article|media|notes|wayfinding|tools|live|comments';

/** Forbids one part of the house every import but those of some places. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^src/${from}` },
  to: { pathNot: allowed.map((place) => `^${place}`) },
});
const LIT = 'node_modules/(?:lit|lit-html|lit-element|@lit)/';
const STYLES = 'src/styles/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    only('rooms-look-down', `(${ROOMS})/`, [
      'src/$1/',
      ...['src/block/', 'src/sources/', 'src/content/', 'src/kit/', STYLES, LIT],
    ]),
    only('block-knows-no-room', 'block/', ['src/block/', 'src/content/', 'src/kit/', STYLES, LIT]),
    only('sources-look-at-content', 'sources/', [
      'src/sources/',
      'src/content/',
      'node_modules/marked/',
    ]),
    only('server-has-no-rooms', 'server(?:/|\\.ts)', [
      ...[
        'src/server/',
        'src/sources/',
        'src/content/',
        'src/kit/',
        STYLES,
        'node_modules/parse5/',
      ],
    ]),
    only('content-is-pure', 'content/', ['src/content/']),
    only('kit-knows-no-article', 'kit/', ['src/kit/', LIT, 'node_modules/dompurify/']),
    only('styles-know-kit-only', 'styles/', [STYLES, 'src/kit/', LIT]),
    {
      name: 'nothing-imports-the-top',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:define/|index\\.ts|elements\\.ts|pasted\\.ts)' },
      to: { path: '^src/(?:define/|index\\.ts|elements\\.ts|pasted\\.ts)' },
    },
    {
      name: 'every-file-has-a-room',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/(?:(?:define|block|content|sources|server|kit|styles|${ROOMS})/|[a-z]+\\.ts$)`,
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
