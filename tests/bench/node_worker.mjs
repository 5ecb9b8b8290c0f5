// Fills a template with each line of JSON it is given, and answers with the seconds it took.
// node node_worker.mjs ENGINE TEMPLATE, in a folder where the engine is installed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(process.cwd() + "/");
const [engine, path] = process.argv.slice(2);
const template = readFileSync(path);

const engines = {
  docxtemplater() {
    const PizZip = require("pizzip");
    const Docxtemplater = require("docxtemplater");
    return (data) => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x"() {
    const { TemplateHandler } = require("easy-template-x");
    const handler = new TemplateHandler();
    return (data) => handler.process(template, data);
  },
};

const fill = engines[engine]();
for await (const line of createInterface({ input: process.stdin })) {
  const { data, whole } = JSON.parse(line);
  const begun = process.hrtime.bigint();
  const made = await fill(data);
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  console.log(JSON.stringify({ seconds, whole: whole ? Buffer.from(made).toString("base64") : "" }));
}
