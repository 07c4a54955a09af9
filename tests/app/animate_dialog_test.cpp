// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animate_dialog.h"

#include "core/labs/all.h"
#include "core/model/number_of.h"
#include "tests/app/temporary_folder.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

namespace theta {
namespace {

namespace fs = std::filesystem;

class AnimateDialogTest : public TemporaryFolder {
 protected:
  static Film film_of(const char* id) {
    const Lab& lab = *find_lab(id);
    return {.origin = {.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"},
            .variation = {},
            .sheet = {.width = 200, .height = 150, .dpi = 200}};
  }

  static std::size_t place_of(const Lab& lab, std::string_view id) {
    const auto has_id = [&](const Field& field) { return field.name.id == id; };
    return static_cast<std::size_t>(std::ranges::find_if(lab.fields, has_id) - lab.fields.begin());
  }

  /// The film a dialog proposes for a parameter.
  static Variation proposed(const Film& film, const char* parameter) {
    AnimateDialog dialog(film, place_of(*film.origin.lab, parameter), light_theme());
    dialog.accept();
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
    return dialog.film().variation;
  }
};

TEST_F(AnimateDialogTest, ProposesTheWholeRange) {
  const Variation variation = proposed(film_of("gumbel-softmax"), "temperature");
  EXPECT_EQ(variation.steps.size(), 60u);
  EXPECT_EQ(number_of(variation.steps.front().value), 0.01);
  EXPECT_EQ(number_of(variation.steps.back().value), 20);
}

TEST_F(AnimateDialogTest, PlaysOnceUnlessTheFilmSaysOtherwise) {
  Film film = film_of("rope");
  const auto way = [&] {
    AnimateDialog dialog(film, place_of(*film.origin.lab, "key_position"), light_theme());
    dialog.accept();
    return dialog.film().way;
  };
  EXPECT_EQ(way(), PlayWay::once);
  film.way = PlayWay::round;
  EXPECT_EQ(way(), PlayWay::round);
}

TEST_F(AnimateDialogTest, ProposesTheNextPositions) {
  Film film = film_of("rope");
  const std::size_t position = place_of(*film.origin.lab, "key_position");
  film.origin.state.values[position] = std::int64_t{7};
  const Variation near_the_start = proposed(film, "key_position");
  EXPECT_EQ(near_the_start.steps.size(), 60u);
  EXPECT_EQ(number_of(near_the_start.steps.front().value), 7);
  EXPECT_EQ(number_of(near_the_start.steps.back().value), 66);
  film.origin.state.values[position] = std::int64_t{10'000'000};
  EXPECT_EQ(number_of(proposed(film, "key_position").steps.front().value), 9'999'941);
}

TEST_F(AnimateDialogTest, FilmsAnotherParameterWhereOneIsChosen) {
  const Film film = film_of("gumbel-softmax");
  AnimateDialog dialog(film, place_of(*film.origin.lab, "temperature"), light_theme());
  dialog.show();
  auto* parameter = dialog.findChild<QComboBox*>(QString(), Qt::FindDirectChildrenOnly);
  ASSERT_TRUE(parameter);
  parameter->setFocus();
  const int before = parameter->currentIndex();
  QTest::keyClick(parameter, before == 0 ? Qt::Key_Down : Qt::Key_Up);
  ASSERT_NE(parameter->currentIndex(), before);
  QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->buttons().front(), Qt::LeftButton);
  EXPECT_EQ(dialog.result(), QDialog::Accepted);
  EXPECT_NE(dialog.film().variation.field, place_of(*film.origin.lab, "temperature"));
}

}  // namespace
}  // namespace theta
