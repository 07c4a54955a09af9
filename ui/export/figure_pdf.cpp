// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/paint_figure.h"
#include "ui/export/painted_figures.h"
#include "ui/export/pdf_parts.h"
#include "ui/words.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>

namespace theta {
namespace {

/// The moment of writing and its time zone would make each file another.
void make_timeless(PdfParts& parts) {
  static const QByteArray key = "/CreationDate (D:";
  for (PdfParts::Object& object : parts.objects) {
    const qsizetype at = object.text.indexOf(key);
    if (at < 0) continue;
    const qsizetype date = at + key.size();
    object.text.replace(date, object.text.indexOf(')', date) - date, "20000101000000Z");
    return;
  }
}

/// Title and description where catalogues look for them; Qt's own would hold the moment of writing.
QByteArray described(const Figure& figure) {
  const QByteArray title = plain(figure.title).toHtmlEscaped().toUtf8(),
                   description = plain(figure.description).toHtmlEscaped().toUtf8();
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreatorTool>Thetalab</xmp:CreatorTool>"
         "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
         title + "</rdf:li></rdf:Alt></dc:title><dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
         description +
         "</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
}

}  // namespace

QByteArray figure_pdf(std::span<const Figure> pages, const Sheet& sheet, const std::string& state,
                      const Figure* laid_out_as) {
  constexpr int dots_per_inch = 7200;  // of the grid that Qt rounds places to
  constexpr double millimetres_a_dot = inch / dots_per_inch;
  const PageLayout page = page_layout(sheet);
  QByteArray pdf;
  QBuffer buffer(&pdf);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setResolution(dots_per_inch);
    writer.setPageSize(QPageSize(QSizeF(sheet.width, sheet.height), QPageSize::Millimeter, QString(),
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(plain(pages.front().title));
    writer.setCreator(QStringLiteral("Thetalab"));
    writer.setDocumentXmpMetadata(described(pages.front()));
    if (!state.empty())
      writer.addFileAttachment(QStringLiteral("thetalab.json"), QByteArray::fromStdString(state),
                               QStringLiteral("application/json"));
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering);  // JPEG would blur a map's cells
    LabelMemory labels;
    for (const Figure& figure : pages) {
      if (&figure != &pages.front()) writer.newPage();
      painter.resetTransform();
      painter.scale(page.millimetres / millimetres_a_dot, page.millimetres / millimetres_a_dot);
      paint_figure(painter, figure, sheet, panel_places(laid_out_as ? *laid_out_as : figure, page), labels);
    }
  }
  PdfParts parts = pdf_parts(pdf);
  make_timeless(parts);
  name_subsets(parts);
  set_page_size(parts, QSizeF(sheet.width, sheet.height) / typographic_point);
  unpack_attachment(parts, QByteArray::fromStdString(state));
  return pdf_file(parts);
}

}  // namespace theta
