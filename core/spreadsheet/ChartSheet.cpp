// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Text.h"
#include "spreadsheet/SheetDay.h"
#include "spreadsheet/SheetFormats.h"
#include "spreadsheet/WorkbookWriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// Pixels, and those of a sheet's row and of a chart that isn't scaled.
constexpr int chartWidth = 600;
constexpr int rowHeight = 20;
constexpr int barHeight = 24;
constexpr int besideBars = 110; // title, axis, legend
constexpr int leastHeight = 260;
constexpr double usualWidth = 480;
constexpr double usualHeight = 288;
constexpr int widestLabel = 40; // columns
constexpr int printScale = 65;  // percent: numbers and chart side by side on A4 across

// Steps that stay apart when they are printed in grey.
constexpr lxw_color_t dark = 0x0F5CA8;
constexpr lxw_color_t light = 0xCFE0F3;
constexpr lxw_color_t line = 0xE2E6EB;

QByteArray cellText(const QString &text)
{
    return escapedCellText(text.left(mostCellText / 8)).toUtf8();
}

int heightOf(const SheetChart &chart)
{
    if (chart.kind == SheetChart::Kind::Line)
        return leastHeight + 60;
    return std::max(leastHeight, besideBars + barHeight * static_cast<int>(chart.labels.size()));
}

// Where a chart's numbers stand.
struct Block
{
    QByteArray sheet{};
    lxw_row_t title = 0;
    lxw_row_t heading = 0;
    lxw_row_t first = 0;
    lxw_row_t last = 0;
};

lxw_chart *makeChart(lxw_workbook *book, const SheetChart &data, const Block &block)
{
    const bool isLine = data.kind == SheetChart::Kind::Line;
    lxw_chart *chart = workbook_add_chart(book, isLine ? LXW_CHART_LINE : LXW_CHART_BAR);
    if (!chart)
        return nullptr;
    // Cells, never texts of its own: one that begins with = would be taken for a formula.
    chart_title_set_name_range(chart, block.sheet.constData(), block.title, 0);
    for (qsizetype i = 0; i < data.series.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i + 1);
        lxw_chart_series *series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_name_range(series, block.sheet.constData(), block.heading, column);
        chart_series_set_categories(series, block.sheet.constData(), block.first, 0, block.last, 0);
        chart_series_set_values(series, block.sheet.constData(), block.first, column, block.last, column);
        const bool isFront = i + 1 == data.series.size();
        if (isLine) {
            lxw_chart_line stroke{};
            stroke.color = i == 0 ? dark : 0x6B7788;
            stroke.width = i == 0 ? 2.0F : 1.25F;
            stroke.dash_type = i == 0 ? LXW_CHART_LINE_DASH_SOLID : LXW_CHART_LINE_DASH_DASH;
            chart_series_set_line(series, &stroke);
        } else {
            lxw_chart_fill fill{};
            fill.color = isFront ? dark : light;
            chart_series_set_fill(series, &fill);
            // Behind bars that are drawn one over another only the last, longest one is free to be labelled.
            if (i == 0) {
                chart_series_set_labels(series);
                chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
            }
        }
    }
    // Of bars that lie the values' axis is the horizontal one.
    lxw_chart_axis *labels = isLine ? chart->x_axis : chart->y_axis;
    lxw_chart_axis *values = isLine ? chart->y_axis : chart->x_axis;
    lxw_chart_line grid{};
    grid.color = line;
    chart_axis_major_gridlines_set_line(values, &grid);
    chart_axis_set_min(values, 0);
    if (isLine) {
        chart_axis_set_num_format(labels, "m\"月\"d\"日\"");
    } else {
        // From the top down, the numbers' axis below all the same.
        chart_axis_set_reverse(labels);
        chart_axis_set_label_position(values, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
        chart_set_series_overlap(chart, 100);
        chart_set_series_gap(chart, 50);
    }
    if (data.series.size() < 2)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    return chart;
}

} // namespace

void WorkbookWriter::addCharts(const QString &name, const QList<SheetChart> &charts)
{
    const QString sheetName = safeSheetName(name, m_names);
    lxw_worksheet *sheet = newSheet(sheetName);
    const auto write = [&](lxw_row_t row, int column, const QString &text, lxw_format *format) {
        if (!text.isEmpty()) {
            check(
                worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), cellText(text).constData(), format));
        }
    };
    lxw_format *whole = m_formats->ofCode("0");
    lxw_format *day = m_formats->ofCode("m\"月\"d\"日\"");
    int labelWidth = 12;
    qsizetype columns = 2;
    for (const SheetChart &chart : charts)
        columns = std::max(columns, 1 + chart.series.size() + (chart.notes.isEmpty() ? 0 : 1));
    lxw_row_t row = 0;
    std::vector<lxw_row_t> breaks;
    for (const SheetChart &chart : charts) {
        if (row > 0)
            breaks.push_back(row);
        Block block{.sheet = sheetName.toUtf8(), .title = row, .heading = row + 2, .first = row + 3};
        write(block.title, 0, chart.title.isEmpty() ? sheetName : chart.title, m_formats->label);
        write(block.title + 1, 0, chart.subtitle, nullptr);
        write(block.heading, 0, chart.heading, m_formats->heading);
        const auto noteColumn = static_cast<int>(chart.series.size() + 1);
        for (int i = 0; i < chart.series.size(); ++i)
            write(block.heading, i + 1, chart.series[i].name, m_formats->heading);
        if (!chart.notes.isEmpty())
            write(block.heading, noteColumn, chart.noteHeading, m_formats->heading);
        for (qsizetype i = 0; i < chart.count(); ++i) {
            const lxw_row_t place = block.first + static_cast<lxw_row_t>(i);
            if (chart.kind == SheetChart::Kind::Line) {
                if (const auto count = dayCount(chart.days[i]))
                    check(worksheet_write_number(sheet, place, 0, *count, day));
            } else {
                write(place, 0, chart.labels[i], nullptr);
                labelWidth = std::clamp(displayWidth(chart.labels[i]) + 2, labelWidth, widestLabel);
            }
            for (int k = 0; k < chart.series.size(); ++k) {
                check(worksheet_write_number(sheet, place, static_cast<lxw_col_t>(k + 1),
                                             static_cast<double>(chart.series[k].values.value(i)), whole));
            }
            if (const auto note = chart.notes.value(i)) {
                check(worksheet_write_number(sheet, place, static_cast<lxw_col_t>(noteColumn), note->value,
                                             m_formats->ofNumber(*note, false)));
            }
        }
        const int height = heightOf(chart);
        lxw_row_t end = block.first;
        if (chart.count() > 0) {
            block.last = block.first + static_cast<lxw_row_t>(chart.count()) - 1;
            lxw_chart *drawn = makeChart(m_book, chart, block);
            if (!drawn)
                check(LXW_ERROR_MEMORY_MALLOC_FAILED);
            lxw_chart_options options{};
            options.x_scale = chartWidth / usualWidth;
            options.y_scale = height / usualHeight;
            check(worksheet_insert_chart_opt(sheet, row, static_cast<lxw_col_t>(columns + 1), drawn, &options));
            end = std::max(block.last, row + static_cast<lxw_row_t>(height / rowHeight));
        }
        row = end + 3;
    }
    check(worksheet_set_column(sheet, 0, 0, labelWidth, nullptr));
    check(worksheet_set_column(sheet, 1, static_cast<lxw_col_t>(columns - 1), 10, nullptr));
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, Formats::a4);
    // A chart a page: fitted to one page's width, breaks would not count.
    worksheet_set_print_scale(sheet, printScale);
    if (!breaks.empty()) {
        breaks.push_back(0);
        check(worksheet_set_h_pagebreaks(sheet, breaks.data()));
    }
}

} // namespace huiyin
