// SPDX-License-Identifier: GPL-3.0-or-later
// What LaTeX makes of a figure's pgfplots file beside the PDF of the same figure.
#include "core/labs/all.h"
#include "tests/app/run_program.h"
#include "tests/app/temporary_folder.h"
#include "tests/ui/correlation.h"

#include <QImage>

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

namespace theta {
namespace {

bool has(const std::string& program) {
  return std::system(("command -v " + program + " > /dev/null 2>&1").c_str()) == 0;
}

/// The greys of a picture, so coarse that another font's letters make no difference.
std::vector<double> coarse(const QImage& image, QSize squares) {
  const QImage small = image.convertToFormat(QImage::Format_Grayscale8)
                           .scaled(squares, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  std::vector<double> greys;
  for (int y = 0; y < small.height(); ++y)
    for (int x = 0; x < small.width(); ++x) greys.push_back(qGray(small.pixel(x, y)));
  return greys;
}

class LatexMatch : public TemporaryFolder {
 protected:
  /// A page of a PDF as a picture.
  QImage page(const std::string& name) const {
    const std::string command =
        "pdftoppm -png -r 60 -singlefile " + in_folder(name + ".pdf") + " " + in_folder(name);
    EXPECT_EQ(std::system(command.c_str()), 0);
    return QImage(QString::fromStdString((folder_ / (name + ".png")).string()));
  }
};

TEST_F(LatexMatch, PagesAreAlike) {
  if (!has("pdflatex") || !has("pdftoppm") ||
      std::system("kpsewhich geometry.sty pgfplots.sty > /dev/null 2>&1") != 0)
    GTEST_SKIP()
        << "install texlive-latex-recommended, texlive-pictures and poppler-utils to have pages compared";
  std::vector<std::vector<double>> ours, latex;
  for (const Lab& lab : all_labs()) {
    const std::string sheet = "render " + lab.id + " --size 180mmx120mm -o ";
    ASSERT_EQ(run_thetalab(sheet + in_folder(lab.id + "_ours.pdf")).exit_code, 0);
    ASSERT_EQ(run_thetalab(sheet + in_folder(lab.id + ".tex")).exit_code, 0);
    const std::string command =
        "cd " + in_folder("") + " && pdflatex -interaction=batchmode " + lab.id + ".tex > /dev/null 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0) << lab.id;
    const QImage own = page(lab.id + "_ours"), set = page(lab.id);
    EXPECT_EQ(own.size(), set.size()) << lab.id;
    ours.push_back(coarse(own, {60, 40}));
    latex.push_back(coarse(set, {60, 40}));
  }
  // Each is like its own, and more so than like any other.
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const double alike = correlation(ours[i], latex[i]);
    EXPECT_GT(alike, 0.7) << all_labs()[i].id;
    for (std::size_t k = 0; k < latex.size(); ++k) {
      if (k != i) {
        EXPECT_LT(correlation(ours[i], latex[k]), alike) << all_labs()[i].id;
      }
    }
  }
}

}  // namespace
}  // namespace theta
