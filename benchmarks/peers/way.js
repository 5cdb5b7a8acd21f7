// docxtemplater: fills template.docx of the current folder once (CONTENT.json OUT), or once for each line that it reads.
const fs = require("fs");
const readline = require("readline");
const PizZip = require("pizzip");
const Docxtemplater = require("docxtemplater");

const source = fs.readFileSync("docxtemplater.docx", "binary");

function make(content, out) {
  const made = new Docxtemplater(new PizZip(source), { paragraphLoop: true, linebreaks: true });
  made.render(JSON.parse(fs.readFileSync(content, "utf8")));
  fs.writeFileSync(out, made.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
}

const [content, out] = process.argv.slice(2);
if (content) {
  make(content, out);
} else {
  readline.createInterface({ input: process.stdin }).on("line", (line) => {
    const start = process.cpuUsage();
    make(...line.split(" "));
    const used = process.cpuUsage(start);
    console.log(String((used.user + used.system) / 1e3));
  });
}
