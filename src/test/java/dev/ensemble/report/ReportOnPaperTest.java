package dev.ensemble.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Timeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The report as a PDF: opened, and its text read back. */
@EnsembleTest
class ReportOnPaperTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Spoken spoken;

    @Autowired
    private AsPdf paper;

    @Test
    void hasATitleALanguageAndTags() throws Exception {
        walk.followingUp();

        try (var pdf = opened()) {
            var catalogue = pdf.getDocumentCatalog();
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Learning report – %s: Figgy was down".formatted(walk.id()));
            assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalogue.getLanguage()).isEqualTo("en");
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getDocumentOutline().children())
                    .extracting("title")
                    .contains("Summary", "Follow-ups");
            assertThat(new String(catalogue.getMetadata().toByteArray())).contains("pdfuaid");
            var tags = tags(catalogue.getStructureTreeRoot().getCOSObject());
            assertThat(tags)
                    .extracting(tag -> tag.getNameAsString(COSName.S))
                    .contains("Document", "H1", "H2", "H3", "Table", "TR", "TH", "TD", "L", "LI", "Figure");
            assertThat(tags)
                    .filteredOn(tag -> "Figure".equals(tag.getNameAsString(COSName.S)))
                    .extracting(tag -> tag.getString(COSName.ALT))
                    .singleElement()
                    .asString()
                    .contains("the way of " + walk.id(), "Incident reported, Announce, ");
        }
    }

    /** By somebody else's reading of the standard for PDFs that everybody can read. */
    @Test
    void isAccessibleByTheStandard() throws Exception {
        walk.followingUp();
        VeraGreenfieldFoundryProvider.initialise();

        try (var parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(bytes()), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(1000);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void saysWhatTheRecordSays() throws Exception {
        walk.followingUp();

        assertThat(text())
                .contains(
                        "Readers see an error on every page",
                        "by Rosa Lindqvist",
                        "Maya Osei",
                        "Both hosts share a rack",
                        "Look at the rack",
                        "Move one host to another rack",
                        "The hosts stand in two racks",
                        "agreed on, not yet accepted");
    }

    @Test
    void bringsItsFontsAlong() throws Exception {
        walk.followingUp();

        try (var pdf = opened()) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSans");
                }
            }
        }
    }

    @Test
    void takesWhatNoFontAndNoXmlHas() throws Exception {
        walk.reported("Figgy", "down", "Tab\there, 日本 and 🔥, \uFFFE and & < > \" '");

        assertThat(text()).contains("Tab here", "and & < > \" '");
    }

    @Test
    void drawsThePictureAcrossALandscapePage() throws Exception {
        walk.followingUp();

        try (var pdf = opened()) {
            var last = pdf.getPage(pdf.getNumberOfPages() - 1).getMediaBox();
            assertThat(last.getWidth()).isGreaterThan(last.getHeight());
            var first = pdf.getPage(0).getMediaBox();
            assertThat(first.getWidth()).isEqualTo(612).isLessThan(first.getHeight());
        }
    }

    @Test
    void goesOnForAsManyPagesAsItTakes() throws Exception {
        walk.responding();
        for (var number = 1; number <= 200; number++) {
            timeline.found(walk.id(), "eli", "Finding number %d of many\nand a second line".formatted(number), null);
        }

        try (var pdf = opened()) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Finding number 1 of", "Finding number 200 of");
            assertThat(text).contains("%1$d / %1$d".formatted(pdf.getNumberOfPages()));
            assertThat(text.split("When\\s+What\\s+Who, and").length - 1)
                    .as("the head of the table on each of its pages")
                    .isGreaterThan(8);
        }
    }

    @Test
    void needsNothingFromAnywhere() throws Exception {
        walk.reported();
        var incident = incidents.get(walk.id());
        var version = new Publishable(
                incident.id().toString(),
                "![x](file:///etc/passwd) <img src='http://localhost/x.png'>",
                spoken.person("maya"),
                spoken.at(incident.reportedAt()));

        try (var pdf = Loader.loadPDF(paper.of(version))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<img src='http://localhost/x.png'>");
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
    }

    private String text() throws Exception {
        try (var pdf = opened()) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private PDDocument opened() throws IOException, InterruptedException {
        return Loader.loadPDF(bytes());
    }

    private byte[] bytes() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/v1/incidents/%s/report".formatted(port, walk.id())))
                .header("Authorization", Browser.basic("rosa", "ensemble"))
                .header("Accept", "application/pdf")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
    }

    /** Every tag at or below one. */
    private static List<COSDictionary> tags(COSDictionary tag) {
        var tags = new ArrayList<COSDictionary>();
        tags.add(tag);
        kids(tag.getDictionaryObject(COSName.K)).forEach(kid -> tags.addAll(tags(kid)));
        return tags;
    }

    private static List<COSDictionary> kids(COSBase kids) {
        if (kids instanceof COSDictionary kid) {
            return List.of(kid);
        }
        return kids instanceof COSArray many
                ? StreamSupport.stream(many.toList().spliterator(), false)
                        .map(kid -> kid instanceof COSObject object ? object.getObject() : kid)
                        .filter(COSDictionary.class::isInstance)
                        .map(COSDictionary.class::cast)
                        .toList()
                : List.of();
    }
}
