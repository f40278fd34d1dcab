import { expect } from '@open-wc/testing';

interface Report {
  readonly strict: readonly string[];
  readonly said: string;
}

describe('T23: a page with a strict Content-Security-Policy and Trusted Types', () => {
  it('is not violated by anything the tags do, a hostile story included', async () => {
    const frame = document.createElement('iframe');
    const report = new Promise<Report>((resolve) => {
      window.addEventListener('message', ({ source, data }: MessageEvent<Report>) => {
        if (source === frame.contentWindow) resolve(data);
      });
    });
    frame.src = new URL('./strict.html', import.meta.url).href;
    document.body.append(frame);
    const { strict, said } = await report;
    frame.remove();
    expect(said).to.contain('One').and.to.contain('two');
    expect(strict).to.deep.equal([]);
  });
});
