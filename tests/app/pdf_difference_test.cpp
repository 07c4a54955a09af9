// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pdf_difference.h"

#include "core/labs/all.h"
#include "ui/export/painted_figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace theta {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class PdfDifference : public testing::Test {
 protected:
  Figure figure = find_lab("rope")->draw(initial_values(*find_lab("rope")), {});
  Sheet sheet = {.width = 180, .height = 120};
  std::string state = R"({"format":"thetalab","lab":"rope"})";

  std::string pdf(const std::vector<Figure>& pages) const {
    return figure_pdf(pages, sheet, state).toStdString();
  }
  std::string pdf() const { return pdf({figure}); }
};

TEST_F(PdfDifference, CountsPages) {
  EXPECT_THAT(pdf_difference(pdf({figure, figure}), pdf()), StartsWith("2 pages instead of 1 page"));
}

TEST_F(PdfDifference, NamesAnotherSize) {
  const std::string before = pdf();
  sheet.width = 90;
  EXPECT_THAT(pdf_difference(pdf(), before), HasSubstr("the page is 90 × 120 mm instead of 180 × 120 mm"));
}

TEST_F(PdfDifference, NamesTheTitle) {
  const std::string before = pdf();
  figure.title = "Turned";
  EXPECT_THAT(pdf_difference(pdf(), before),
              HasSubstr("Title is “Turned” instead of “Rotary position embedding”"));
}

TEST_F(PdfDifference, QuotesTheWordsThatDiffer) {
  const std::string before = pdf();
  figure.panels[0].title = "Another title";
  EXPECT_THAT(pdf_difference(pdf(), before), HasSubstr("the words are “Another"));
}

TEST_F(PdfDifference, NamesThePlaceInTheState) {
  const std::string before = pdf();
  state = R"({"format":"thetalab","lab":"activations"})";
  EXPECT_EQ(pdf_difference(pdf(), before), "the state differs at $.lab: \"activations\" instead of \"rope\"");
}

TEST_F(PdfDifference, SaysWhereADrawingDiffers) {
  const std::string before = pdf();
  for (Layer& layer : figure.panels[2].layers) {
    if (auto* curve = std::get_if<Curve>(&layer)) curve->width *= 2;
  }
  EXPECT_THAT(pdf_difference(pdf(), before), StartsWith("the drawing differs after the words "));
}

TEST_F(PdfDifference, TellsContentFromHowItIsWritten) {
  EXPECT_EQ(pdf_difference(pdf() + "\n% said afterwards\n", pdf()),
            "the content is the same, it is written otherwise");
}

TEST_F(PdfDifference, SaysWhereNothingCanBeRead) {
  EXPECT_EQ(pdf_difference("%PDF-1.4", pdf()), "no page can be read in it");
}

}  // namespace
}  // namespace theta
