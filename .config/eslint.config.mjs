import js from '@eslint/js';
import litPlugin from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import regexp from 'eslint-plugin-regexp';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Words that turn a string into HTML. Only src/kit/html.ts may say them. */
const HTML = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'setHTMLUnsafe', 'srcdoc'],
  ...['parseHTMLUnsafe', 'createContextualFragment', 'DOMParser', 'parseFromString'],
  ...['unsafeHTML', 'unsafeSVG', 'unsafeMathML', 'unsafeStatic'],
].join('|');
const gate = 'A string becomes HTML only in src/kit/html.ts.';
const htmlGate = [
  { selector: `Identifier[name=/^(?:${HTML})$/]`, message: gate },
  { selector: `Literal[value=/^(?:${HTML})$/]`, message: gate },
  { selector: `TemplateElement[value.raw=/\\.(?:${HTML})\\s*=/]`, message: gate },
  {
    selector:
      'ImportDeclaration[source.value=/(?:unsafe-(?:html|svg|mathml)|static-html)(?:\\.js)?$/]',
    message: gate,
  },
  {
    selector: 'MemberExpression[property.name=/^write(?:ln)?$/][object.name=/[dD]ocument$/]',
    message: gate,
  },
  {
    selector:
      'MemberExpression[property.name=/^write(?:ln)?$/][object.property.name=/[dD]ocument$/]',
    message: gate,
  },
];

const registry = 'Only src/kit/define.ts registers tags; class files carry `@tagname`.';
const registration = [
  {
    selector: 'MemberExpression[property.name="define"][object.name="customElements"]',
    message: registry,
  },
  {
    selector: 'MemberExpression[property.name="define"][object.property.name="customElements"]',
    message: registry,
  },
  { selector: 'ImportSpecifier[imported.name="customElement"]', message: registry },
];

/** What only a page has; workers have the rest (`URL`, `fetch`, `Intl`, `crypto`, streams). */
const WORKERS = globals.serviceworker;
const DOM = ['location', ...Object.keys(globals.browser).filter((name) => !(name in WORKERS))];

const restrict = (...lists) => ['error', ...lists.flat()];

export default tseslint.config(
  { ignores: ['dist/', 'storybook-static/', 'coverage/', 'src/styles/sheet.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: '../tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Lit binds the listeners of its templates itself.
      '@typescript-eslint/unbound-method': 'off',
      // `||` is what we mean where an empty text is as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      // Elements may be empty; so may a class that only extends another.
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [
      litPlugin.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      litA11y.configs.recommended,
    ],
    plugins: { regexp },
    languageOptions: { globals: globals.browser },
    rules: {
      // What a stranger wrote must never take longer than its length.
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'no-restricted-syntax': restrict(htmlGate, registration),
      'no-console': ['error', { allow: ['warn'] }],
      // Lit and our controllers guard their own calls of what they override.
      'wc/guard-super-call': 'off',
    },
  },
  {
    // The writer's `html` tag is our own: it joins attributes, and Lit never sees it.
    files: ['src/content/**/*.ts', 'src/server/**/*.ts', 'src/comments/thread-controls.ts'],
    rules: { 'lit/no-invalid-html': 'off', 'lit/binding-positions': 'off' },
  },
  {
    // The same in a browser, in Node and on an edge worker: no page, no element, no storage.
    files: ['src/content/**/*.ts', 'src/sources/**/*.ts', 'src/server.ts', 'src/server/**/*.ts'],
    ignores: ['src/sources/local.ts'],
    rules: {
      'no-restricted-globals': ['error', ...DOM.map((name) => ({ name, message: 'No DOM here.' }))],
    },
  },
  { files: ['src/kit/html.ts'], rules: { 'no-restricted-syntax': restrict(registration) } },
  { files: ['src/kit/define.ts'], rules: { 'no-restricted-syntax': restrict(htmlGate) } },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    languageOptions: { globals: { ...globals.browser, ...globals.mocha } },
    rules: {
      // chai's assertions are properties, and tests hand in what the types forbid.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The types of our assertions call each a promise; the one that is one is caught below.
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExpressionStatement > CallExpression[callee.property.name="accessible"]',
          message: 'Await it.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
