// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/all.h"
#include "core/model/venue.h"
#include "ui/export/figure_file.h"
#include "ui/export/painted_figures.h"

#include <QRegularExpression>
#include <QString>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace theta {
namespace {

/// In points, of all words of an SVG.
std::vector<double> letter_sizes(const QString& svg, double millimetres_wide) {
  const QRegularExpression box(QStringLiteral("viewBox=\"0 0 ([0-9.]+) ")),
      size(QStringLiteral("font-size=\"([0-9.]+)\""));
  const double points = millimetres_wide / box.match(svg).captured(1).toDouble() / typographic_point;
  std::vector<double> sizes;
  for (auto each = size.globalMatch(svg); each.hasNext();)
    sizes.push_back(each.next().captured(1).toDouble() * points);
  return sizes;
}

TEST(LettersOfVenues, AreNoLargerThanTheVenueSays) {
  for (const Lab& lab : all_labs()) {
    const Figure figure = lab.draw(initial_values(lab), {.quick = true});
    for (const Venue& venue : venues()) {
      for (const VenueWidth& width : venue.widths) {
        const std::string name = venue.id + ":" + width.id;
        const Sheet sheet = sheet_for_venue({}, name, figure);
        const QByteArray svg = figure_svg(figure_in_file(figure, sheet), sheet, {});
        const std::vector<double> sizes = letter_sizes(QString::fromUtf8(svg), sheet.width);
        ASSERT_FALSE(sizes.empty()) << lab.id << " " << name;
        EXPECT_LE(std::ranges::max(sizes), venue.font_size + 0.01) << lab.id << " " << name;
      }
    }
  }
}

}  // namespace
}  // namespace theta
